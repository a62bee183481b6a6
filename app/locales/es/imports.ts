import type en from "../en/imports";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

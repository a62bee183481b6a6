import type en from "../en/consent";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

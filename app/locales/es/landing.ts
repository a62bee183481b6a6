import type en from "../en/landing";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

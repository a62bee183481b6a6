import type en from "../en/matching";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

import type en from "../en/introductions";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

import type en from "../en/pursuits";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

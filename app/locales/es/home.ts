import type en from "../en/home";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

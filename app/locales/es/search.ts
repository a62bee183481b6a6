import type en from "../en/search";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

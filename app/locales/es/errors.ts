import type en from "../en/errors";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

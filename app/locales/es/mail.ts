import type en from "../en/mail";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

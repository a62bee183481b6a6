import type en from "../en/placements";
import type { Shape } from "../shape";

export default {} satisfies Shape<typeof en>;

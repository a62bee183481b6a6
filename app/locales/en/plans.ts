import asking from "./plans/asking";
import compare from "./plans/compare";
import demand from "./plans/demand";
import people from "./plans/people";
import whatIf from "./plans/what-if";

/** The words about plans, page by page. */
export default { ...asking, ...whatIf, ...compare, ...demand, ...people };

import { type IndexSettings, isNumberField } from "./indexes";
import { type Filter, isOnEarth, SearchError, type Value } from "./port";

/** Deeper trees are no question anybody asks. */
const DEEPEST_TREE = 12;

/** What every engine refuses in a filter: `unknown_field` and `bad_question`. */
export function checkFilter(settings: IndexSettings, filter: Filter, depth = 0): void {
  if (depth > DEEPEST_TREE) throw new SearchError("bad_question", "The filter is nested too deeply");
  for (const inner of innerOf(filter)) checkFilter(settings, inner, depth + 1);
  if ("near" in filter && !(isOnEarth(filter.near) && Number.isFinite(filter.withinMetres)))
    throw new SearchError("bad_question", "A distance is a number of metres from a place on Earth");
  if ("field" in filter) checkField(settings, filter);
}

function innerOf(filter: Filter): readonly Filter[] {
  if ("all" in filter) return filter.all;
  if ("any" in filter) return filter.any;
  return "not" in filter ? [filter.not] : [];
}

function checkField(settings: IndexSettings, filter: Extract<Filter, { field: string }>): void {
  const isNumber = isNumberField(settings, filter.field);
  if (!isNumber && !settings.facets.includes(filter.field))
    throw new SearchError("unknown_field", `The index has no field ${JSON.stringify(filter.field)}`);
  if ("missing" in filter) return;
  if (isNumber) numbersIn(filter).forEach(mustBeNumber);
  else if (!("in" in filter)) throw new SearchError("bad_question", `${filter.field} holds words, which have no order`);
}

type Compared = Exclude<Extract<Filter, { field: string }>, { missing: true }>;

const numbersIn = (filter: Compared): readonly Value[] =>
  "in" in filter ? filter.in : [filter.atLeast, filter.atMost].filter((bound) => bound !== undefined);

/** Nothing typed is no zero. */
function mustBeNumber(value: unknown): void {
  const isWritten = typeof value === "number" || (typeof value === "string" && value.trim() !== "");
  if (!isWritten || !Number.isFinite(Number(value)))
    throw new SearchError("bad_question", "A number is compared with something else");
}

import { checkFilter } from "./check-filter";
import { type IndexSettings, isNumberField } from "./indexes";
import { isOnEarth, isUuid, type Naming, type Question, SearchError, type TotalsQuestion } from "./port";

const MOST_HITS = 1_000;

/** What every engine refuses before it looks at anything: `unknown_field` and `bad_question`. */
export function checkQuestion(settings: IndexSettings, question: Question): void {
  const { scope, sort, offset, limit, named, filters = {}, facets = [], leanings = [] } = question;
  const unknown = [...facets, ...leanings.map(({ field }) => field)].find((field) => !settings.facets.includes(field));
  if (unknown !== undefined)
    throw new SearchError("unknown_field", `The index has no facet ${JSON.stringify(unknown)}`);
  if (sort && "field" in sort && !isNumberField(settings, sort.field))
    throw new SearchError("unknown_field", `The index cannot sort by ${JSON.stringify(sort.field)}`);
  if (sort && "from" in sort && !Number.isFinite(sort.from))
    throw new SearchError("bad_question", "A sort begins at a number");
  if (sort && "nearest" in sort && !isOnEarth(sort.nearest))
    throw new SearchError("bad_question", "Distances are measured from a place on Earth");
  if (named) checkNaming(settings, named);
  for (const filter of Object.values(filters)) checkFilter(settings, filter);
  checkScope(scope);
  const fits =
    Number.isSafeInteger(offset) &&
    Number.isSafeInteger(limit) &&
    offset >= 0 &&
    limit >= 0 &&
    offset + limit <= MOST_HITS;
  if (!fits) throw new SearchError("bad_question", `Only the first ${MOST_HITS} results can be paged through`);
}

function checkNaming(settings: IndexSettings, { facet, limit }: Naming): void {
  if (!settings.named.includes(facet))
    throw new SearchError("unknown_field", `The index knows no names of ${JSON.stringify(facet)}`);
  if (!Number.isSafeInteger(limit) || limit < 0)
    throw new SearchError("bad_question", "The number of values has to be a number");
}

/** The same for totals. */
export function checkTotalsQuestion(settings: IndexSettings, { scope, filters = {} }: TotalsQuestion): void {
  for (const filter of Object.values(filters)) checkFilter(settings, filter);
  checkScope(scope);
}

/** Throws `bad_question` for what is no school's id. */
export function checkScope({ schoolId }: Question["scope"]): void {
  if (!isUuid(schoolId)) throw new SearchError("bad_question", "A question needs the id of a school");
}

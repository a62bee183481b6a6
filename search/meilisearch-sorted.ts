import type { Answer, Filter, Question } from "./port";

type FromSort = Extract<Question["sort"], { from: number }>;

/** The sort of a question that begins at a value, which Meilisearch cannot do at once; null for every other. */
export const fromSortOf = ({ sort }: Question): FromSort | null => (sort && "from" in sort ? sort : null);

/**
 * A question whose sort begins at a value as two: what lies there or above, and only where that does not fill the page what
 * lies below or has no value. Counts are those of the question without any order. `ask` answers what begins nowhere.
 */
export async function answerFrom(
  ask: (question: Question) => Promise<Answer>,
  question: Question,
  { field, from }: FromSort,
): Promise<Answer> {
  const { offset, limit, facets: _, named: __, sort: ___, ...plain } = question;
  const within = (sort: Question["sort"], filter: Filter, page: Pick<Question, "offset" | "limit">) =>
    // No name of a facet holds a space.
    ask({ ...plain, ...page, sort, filters: { ...plain.filters, "where it begins": filter } });
  const ahead: Filter = { field, atLeast: from };
  const [counted, first] = await Promise.all([
    ask({ ...question, sort: { field }, offset: 0, limit: 0 }),
    within({ field }, ahead, { offset, limit }),
  ]);
  const missing = limit - first.hits.length;
  if (missing <= 0) return { ...counted, hits: first.hits, meanings: first.meanings };
  const page = { offset: Math.max(0, offset - first.total), limit: missing };
  const behind = await within({ field, descending: true }, { not: ahead }, page);
  // Between the two questions a document may have moved behind the value: nobody is shown it twice.
  const shown = new Set(first.hits.map(({ id }) => id));
  const hits = [...first.hits, ...behind.hits.filter(({ id }) => !shown.has(id))];
  return { ...counted, hits, meanings: [...first.meanings, ...behind.meanings] };
}

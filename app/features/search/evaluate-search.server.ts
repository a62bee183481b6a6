import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { PLACEMENTS } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { EngineName, Search, SearchDocument } from "~search/port";
import { RE_RANKED, reRank } from "~search/re-rank";
import { judge, type Measure, summarise } from "~search/relevance";
import { nameThrowAway } from "~search/throw-away";
import { withRarities } from "~search/with-rarities";

/** A thing to find, such as an occupation: as much as a placement says in words, and no more. */
export interface DocumentToFind {
  id: string;
  title: string;
  description: string;
  aliases: readonly string[];
  tasks: readonly string[];
}

/** A question with the ids it should find, also misspelled and unfinished. */
export interface JudgedQuery {
  q: string;
  rel: readonly string[];
  typo?: string | null | undefined;
  prefix?: string | null | undefined;
}

export const QUERY_FORMS = ["q", "typo", "prefix"] as const;
export type QueryForm = (typeof QUERY_FORMS)[number];

export interface Evaluation {
  engine: EngineName;
  sets: Record<QueryForm, Measure>;
}

/** No real school has it: what is measured can be found by nobody else. */
const NOBODYS_SCHOOL = "00000000-0000-7000-8000-000000000001";
/** The first answers of a process wait for connections and cold code, which the next hundred thousand do not. */
const WARM_UP = 20;

interface ToEvaluate {
  /** Null: the one that is asked first. */
  engine: EngineName | null;
  documents: readonly DocumentToFind[];
  queries: readonly JudgedQuery[];
}

/**
 * Measures an engine as readers get it: the documents go into an index of their own, every form of every query through
 * planner, engine and re-ranking, one after another. No other engine answers for it; how rare words are it is told as ever.
 * The index is thrown away in the end, also after a failure; what a run that was killed has left goes before. Throws what the engine throws.
 */
export async function evaluateSearch(
  { searchEngines, clock }: Pick<Wiring, "searchEngines" | "clock">,
  input: ToEvaluate,
): Promise<Outcome<Evaluation, "no_such_engine">> {
  const engine = searchEngines.find(({ capabilities }) => !input.engine || capabilities.engine === input.engine);
  if (!engine) return refused("no_such_engine");
  const search = withRarities(engine, searchEngines);
  const writtenTo = searchEngines.filter((each) => each === engine || each.rarities !== undefined);
  for (const each of writtenTo) await each.sweep(clock.now());
  const index = nameThrowAway(PLACEMENTS, clock.now());
  try {
    await search.put(index, input.documents.map(toDocument));
    for (const { q } of input.queries.slice(0, WARM_UP)) await answerTo(search, { index, text: q });
    const [q, typo, prefix] = [
      await measureForm(search, { index, queries: input.queries, form: "q" }),
      await measureForm(search, { index, queries: input.queries, form: "typo" }),
      await measureForm(search, { index, queries: input.queries, form: "prefix" }),
    ];
    return done({ engine: search.capabilities.engine, sets: { q, typo, prefix } });
  } finally {
    await search.drop(index);
  }
}

function toDocument({ id, title, description, aliases, tasks }: DocumentToFind): SearchDocument {
  return {
    id,
    schoolIds: [NOBODYS_SCHOOL],
    version: 1,
    texts: { title: [title], description: [description], aliases, willDo: tasks },
    facets: {},
    numbers: {},
    point: null,
  };
}

interface Form {
  index: string;
  queries: readonly JudgedQuery[];
  form: QueryForm;
}

async function measureForm(search: Search, { index, queries, form }: Form): Promise<Measure> {
  const verdicts = [];
  for (const query of queries) {
    const text = query[form];
    if (!text) continue;
    const started = performance.now();
    const ids = await answerTo(search, { index, text });
    verdicts.push(judge(ids, { relevant: query.rel, milliseconds: performance.now() - started }));
  }
  return summarise(verdicts);
}

async function answerTo(search: Search, asked: { index: string; text: string }): Promise<string[]> {
  const rarities = await readWordRarities(search, asked);
  const plan = planQuery({ text: asked.text, capabilities: search.capabilities, rarities });
  const scope = { schoolId: NOBODYS_SCHOOL };
  const answer = await search.search(asked.index, { ...plan, scope, offset: 0, limit: RE_RANKED });
  return reRank(answer).map(({ id }) => id);
}

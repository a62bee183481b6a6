import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { PLACEMENTS, runningOn } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { Answer, Hit, Leaning, Point, Question } from "~search/port";
import { RE_RANKED, reRank } from "~search/re-rank";
import { chooseOrganisations, findCalledSo, type OrganisationChoice } from "./choose-organisations.server";
import { readKeptIdf } from "./kept-idf.server";
import { resultsOf } from "./results-of.server";
import { type Reader, type Reading, readBy, type Searcher } from "./search-reader.server";
import type { SearchResult } from "./search-result";
import { FACETS, filtersOf, limitsOf, type SearchWish, sortOf, type Widening } from "./search-wish";

export const PAGE_SIZE = 20;
/** Further back nobody reads; engines stop at a thousand. */
const LAST_PAGE = 50;
/**
 * What an open place counts beside a best match of words, 1: as much as an interest the student is committed to. Between
 * placements that fit alike the open one comes first; one that fits clearly better is not put behind because it is full.
 */
const OPEN_PLACE = 0.1;
/** Longer questions are no questions. */
const LONGEST_TEXT = 200;

export interface SearchPage {
  results: SearchResult[];
  total: number;
  /** Otherwise there are about so many. */
  totalIsExact: boolean;
  page: number;
  pages: number;
  pageSize: number;
  /** Number of placements behind each value of each facet, given all other limits. */
  counts: Record<Exclude<keyof typeof FACETS, "organisation" | "openAt">, Record<string, number>>;
  /** How many of them have an open place at this school; of other schools nobody here learns that. */
  open: number;
  /** Those to choose from. */
  organisations: OrganisationChoice[];
  areas: { id: string; name: string }[];
  /** From where distances are measured; null where no place is known. */
  measuredFrom: Reader["measuredFrom"];
  /** From where the map is drawn, and the school where that is another place; null where distances cannot be measured. */
  map: { centre: Point; school: Point | null } | null;
  /** The first engine was down and another one answered. */
  degraded: boolean;
  /** With nothing found: what to give up, and how many there would be then, most first. */
  wider: { without: Widening; total: number }[];
}

type Rarities = Awaited<ReturnType<typeof readWordRarities>>;

/**
 * Searches the placements listed at the actor's school. The index says which and in what order; what is shown is read
 * again under the actor's scope, and what cannot be seen there is dropped.
 */
export async function searchPlacements(
  wiring: Wiring,
  actor: Actor,
  input: SearchWish & { reading?: Reading },
): Promise<Outcome<SearchPage, "not_permitted" | "search_away">> {
  if (actor.kind !== "staff" && actor.kind !== "student" && actor.kind !== "guardian") return refused("not_permitted");
  return askSearch(wiring, () => findPage(wiring, actor, input));
}

async function findPage(
  wiring: Wiring,
  actor: Searcher,
  { reading, ...input }: SearchWish & { reading?: Reading },
): Promise<SearchPage> {
  const { schoolId } = actor;
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), LAST_PAGE);
  const wish = { ...input, page, text: input.text.slice(0, LONGEST_TEXT) };
  const reader = await readBy({ wiring, actor, reading });
  const rarities = await readWordRarities(wiring.search, { index: PLACEMENTS, text: wish.text });
  const question = questionOf(wiring, { actor, reader, wish, rarities });
  // None waits for another.
  const [answer, calledSo, idf] = await Promise.all([
    wiring.search.search(PLACEMENTS, question),
    findCalledSo(wiring, { question, wish }),
    reader.student && withScope(wiring, actor, (tx) => readKeptIdf(tx, wiring, schoolId)),
  ]);
  const shown = hitsOfPage(answer, wish);
  const { results, organisations } = await withScope(wiring, actor, async (tx) => {
    const placementIds = shown.map(({ id }) => id);
    const listings =
      shown.length === 0 ? [] : await listListingsForSearch(tx, { schoolId, placementIds, on: reader.on });
    return {
      results: shown.length === 0 ? [] : await resultsOf(tx, { actor, reader, idf, hits: shown, listings }),
      organisations: await chooseOrganisations(tx, { schoolId, answer, calledSo, wish }),
    };
  });
  const total = Math.max(0, answer.total - (shown.length - results.length));
  const wider = total === 0 ? await findWider(wiring, question, { wish, on: reader.on }) : [];
  return {
    results,
    total,
    totalIsExact: answer.totalIsExact,
    page,
    pageSize: PAGE_SIZE,
    pages: Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE)),
    counts: countsOf(answer),
    open: answer.facets.openAt?.[actor.schoolId] ?? 0,
    organisations,
    areas: reader.areas.map(({ id, name }) => ({ id, name })),
    measuredFrom: reader.measuredFrom,
    map: reader.origin && {
      centre: reader.origin,
      school: reader.measuredFrom === "own-area" ? reader.school : null,
    },
    degraded: answer.degraded || calledSo?.degraded === true || wider.some(({ degraded }) => degraded),
    wider: wider.map(({ without, total: found }) => ({ without, total: found })),
  };
}

function questionOf(
  wiring: Wiring,
  { actor, reader, wish, rarities }: { actor: Searcher; reader: Reader; wish: SearchWish; rarities: Rarities },
): Question {
  const interests = (reader.student?.interests ?? []).map(({ interestId, strength, liked }) => ({
    interestId,
    strength: (liked ? 1 : -1) * (strength / 3),
  }));
  const plan = planQuery({
    text: wish.text,
    capabilities: wiring.search.capabilities,
    rarities,
    ownWords: reader.ownWords,
    interests: wish.sort === "best" ? interests : [],
  });
  const open: Leaning = { field: "openAt", value: actor.schoolId, weight: OPEN_PLACE };
  return {
    ...plan,
    leanings: wish.sort === "best" ? [...plan.leanings, open] : [],
    ...(wish.readIn && { language: wish.readIn }),
    scope: { schoolId: actor.schoolId },
    filters: filtersOf(wish, { schoolId: actor.schoolId, on: reader.on, origin: reader.origin }),
    facets: Object.keys(FACETS),
    sort: sortOf(wish, reader),
    ...(isReRanked(wish) ? { offset: 0, limit: RE_RANKED } : { offset: (wish.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  };
}

/** By the words, the first hundred are ordered anew; behind them the engine's own order goes on. */
const isReRanked = ({ sort, page, text }: SearchWish) =>
  sort === "best" && page * PAGE_SIZE <= RE_RANKED && text.trim() !== "";

function hitsOfPage(answer: Answer, wish: SearchWish): readonly Hit[] {
  return isReRanked(wish) ? reRank(answer).slice((wish.page - 1) * PAGE_SIZE, wish.page * PAGE_SIZE) : answer.hits;
}

function countsOf({ facets }: Answer): SearchPage["counts"] {
  const { kind = {}, weekday = {}, hours = {}, area = {}, interest = {}, language = {} } = facets;
  return { kind, weekday, hours, area, interest, language };
}

/**
 * Each limit left out by itself, and the words, so that a reader can give up one thing and keep the others. Only where
 * no single one helps, all limits together.
 */
async function findWider(
  wiring: Wiring,
  question: Question,
  { wish, on }: { wish: SearchWish; on: string },
): Promise<Wider[]> {
  const limits = limitsOf(wish);
  const { filters = {}, parts } = question;
  const kept = (without: Widening) => {
    if (without === "limits") return { filters: runningOn(on) };
    if (without === "text") return { parts: [] };
    const name = without === "open" ? "openAt" : without;
    return { filters: Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name)) };
  };
  const countWithout = async (without: Widening) => {
    const wider = { ...question, ...kept(without), facets: [], offset: 0, limit: 0 };
    const { total, degraded } = await wiring.search.search(PLACEMENTS, wider);
    return { without, total, degraded };
  };
  const single: Widening[] = limits.length > 0 && parts.length > 0 ? [...limits, "text"] : limits;
  const one = helpful(await Promise.all(single.map(countWithout)));
  return one.length > 0 || limits.length < 2 ? one : helpful([await countWithout("limits")]);
}

type Wider = SearchPage["wider"][number] & { degraded: boolean };

const helpful = (wider: readonly Wider[]) => wider.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);

import type { Actor } from "~/domain/actor";
import type { IdfSnapshot } from "~/domain/matching/idf";
import { type Outcome, refused } from "~/domain/outcome";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { withKeptPlans } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { PLACEMENTS } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { Answer, Hit, Leaning, Point, Question } from "~search/port";
import { RE_RANKED, reRank } from "~search/re-rank";
import { chooseOrganisations, namingOf, type OrganisationChoice } from "./choose-organisations.server";
import { type FoundWider, findWider, type Wider } from "./find-wider.server";
import { readKeptIdf } from "./kept-idf.server";
import { resultsOf } from "./results-of.server";
import { type Reader, type Reading, readBy, type Searcher } from "./search-reader.server";
import type { SearchResult } from "./search-result";
import { FACETS, filtersOf, measuresOf, type SearchWish, sortOf, withoutDistances } from "./search-wish";

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
  /** The same on every page. With no results on a page there may be some that the index has yet to hear of. */
  total: number;
  /** Otherwise there are about so many. */
  totalIsExact: boolean;
  /** The one asked for, or the next one on which something can still be seen. */
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
  /** What was asked of distances and left out, since none can be measured. */
  unmeasured: ReturnType<typeof measuresOf>;
  /** From where the map is drawn, and the school where that is another place; null where distances cannot be measured. */
  map: { centre: Point; school: Point | null } | null;
  /** The first engine was down and another one answered. */
  degraded: boolean;
  /** With nothing found: what to give up, and how many there would be then. */
  wider: Wider[];
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
  const asFarAsAsked = { ...input, page, text: input.text.slice(0, LONGEST_TEXT) };
  const reader = await readBy({ wiring, actor, reading });
  const wish = reader.origin ? asFarAsAsked : withoutDistances(asFarAsAsked);
  const rarities = await readWordRarities(wiring.search, { index: PLACEMENTS, text: wish.text });
  const question = questionOf(wiring, { actor, reader, wish, rarities });
  // None waits for another.
  const [answer, idf] = await Promise.all([
    wiring.search.search(PLACEMENTS, question),
    reader.student && withKeptPlans(wiring, actor, (tx) => readKeptIdf(tx, wiring, schoolId)),
  ]);
  const asked = { actor, reader, idf, question, answer, wish };
  const [found, organisations] = await Promise.all([
    findShown(wiring, asked),
    chooseOrganisations(wiring, { actor, answer, wish }),
  ]);
  // Where all that the index still names is gone there is nothing; otherwise its number stays, the same on every page.
  const total = found.isAllGone ? 0 : answer.total;
  const partsOf = (text: string) => questionOf(wiring, { actor, reader, wish: { ...wish, text }, rarities }).parts;
  const { wider, degraded } = total === 0 ? await findWider(wiring, { question, wish, partsOf }) : NOTHING_WIDER;
  return {
    results: found.results,
    total,
    totalIsExact: answer.totalIsExact && !found.isStale,
    page: found.page,
    pageSize: PAGE_SIZE,
    pages: pagesOf(total),
    counts: countsOf(answer),
    open: answer.facets.openAt?.[actor.schoolId] ?? 0,
    organisations,
    areas: reader.areas.map(({ id, name }) => ({ id, name })),
    measuredFrom: reader.measuredFrom,
    unmeasured: reader.origin ? [] : measuresOf(asFarAsAsked),
    map: reader.origin && {
      centre: reader.origin,
      school: reader.measuredFrom === "own-area" ? reader.school : null,
    },
    degraded: answer.degraded || degraded,
    wider,
  };
}

const NOTHING_WIDER: FoundWider = { wider: [], degraded: false };

const pagesOf = (total: number) => Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE));

interface Asked {
  actor: Searcher;
  reader: Reader;
  idf: IdfSnapshot | null;
  question: Question;
  answer: Answer;
  wish: SearchWish;
}

interface Shown {
  results: SearchResult[];
  /** The page they stand on. */
  page: number;
  /** The index named something there that cannot be seen any more. */
  isStale: boolean;
  /** From the first page to the last one there is nothing to be seen. */
  isAllGone: boolean;
}

/** Pages looked at behind one of which nothing can be seen any more. */
const PAGES_AHEAD = 4;

/**
 * What can be seen of a page. An index that has yet to hear of a change may name what is gone: a page then has less on it, and
 * where nothing is left the next page that has something stands in for it. Each page keeps its own hits, so that nothing stands
 * on two of them and nothing on none.
 */
async function findShown(wiring: Wiring, asked: Asked): Promise<Shown> {
  const { answer, wish } = asked;
  const last = Math.min(pagesOf(answer.total), wish.page + PAGES_AHEAD);
  for (let page = wish.page; ; page += 1) {
    const hits = await hitsOfPage(wiring, asked, page);
    const results = await readResults(wiring, asked, hits);
    const isStale = page > wish.page || results.length < hits.length;
    if (results.length > 0) return { results, page, isStale, isAllGone: false };
    if (page >= last) {
      const isAllGone = wish.page === 1 && page >= pagesOf(answer.total);
      return { results, page: wish.page, isStale, isAllGone };
    }
  }
}

function readResults(wiring: Wiring, { actor, reader, idf }: Asked, hits: readonly Hit[]): Promise<SearchResult[]> {
  const { schoolId } = actor;
  const placementIds = hits.map(({ id }) => id);
  if (placementIds.length === 0) return Promise.resolve([]);
  return withKeptPlans(wiring, actor, async (tx) => {
    const listings = await listListingsForSearch(tx, { schoolId, placementIds, on: reader.on });
    return resultsOf(tx, { actor, reader, idf, hits, listings });
  });
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
    orClosest: true,
    facets: Object.keys(FACETS),
    ...namingOf(wish),
    sort: sortOf(wish, reader),
    ...(isReRanked(wish) ? { offset: 0, limit: RE_RANKED } : { offset: (wish.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  };
}

/** By the words, the first hundred are ordered anew; behind them the engine's own order goes on. */
const isReRanked = ({ sort, page, text }: SearchWish) =>
  sort === "best" && page * PAGE_SIZE <= RE_RANKED && text.trim() !== "";

async function hitsOfPage(
  { search }: Wiring,
  { question, answer, wish }: Asked,
  page: number,
): Promise<readonly Hit[]> {
  const offset = (page - 1) * PAGE_SIZE;
  if (isReRanked({ ...wish, page })) return reRank(answer).slice(offset, offset + PAGE_SIZE);
  if (page === wish.page) return answer.hits;
  const { named: _, ...withoutNaming } = question;
  return (await search.search(PLACEMENTS, { ...withoutNaming, facets: [], offset, limit: PAGE_SIZE })).hits;
}

function countsOf({ facets }: Answer): SearchPage["counts"] {
  const { kind = {}, weekday = {}, hours = {}, area = {}, interest = {}, language = {} } = facets;
  return { kind, weekday, hours, area, interest, language };
}

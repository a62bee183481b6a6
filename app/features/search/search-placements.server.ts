import { civilDate } from "~/clock";
import type { Actor, GuardianActor, StaffActor, StudentActor } from "~/domain/actor";
import type { MatchContext } from "~/domain/matching/context";
import type { StudentEvidence } from "~/domain/matching/evidence";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { SchoolSettings } from "~/domain/settings";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findStudentTastes, listAreas, listListingsForSearch, listOwnPursuitStates } from "~db/search-rows.server";
import { listWishedListingIds } from "~db/wishes.server";
import { PLACEMENTS } from "~search/placement-document";
import { planQuery } from "~search/plan-query";
import type { Answer, Hit, Point, Question } from "~search/port";
import { RE_RANKED, reRank } from "~search/re-rank";
import { fitFor, placementEvidence, studentEvidence } from "./fit";
import { readFitContext } from "./fit-context.server";
import { placesOf } from "./listing-places";
import { type SearchResult, toResult } from "./search-result";
import { FACETS, filtersOf, limitsOf, type SearchWish, sortOf, type Widening } from "./search-wish";

export const PAGE_SIZE = 20;
/** Further back nobody reads; engines stop at a thousand. */
const LAST_PAGE = 50;
/** Longer questions are no questions. */
const LONGEST_TEXT = 200;

export interface SearchPage {
  results: SearchResult[];
  total: number;
  page: number;
  pages: number;
  /** Number of placements behind each value of each facet, given all other limits. */
  counts: Record<keyof typeof FACETS, Record<string, number>>;
  areas: { id: string; name: string }[];
  /** From where distances are measured; null where no place is known. */
  measuredFrom: "own-area" | "school" | null;
  /** The first engine was down and another one answered. */
  degraded: boolean;
  /** With nothing found: what to give up, and how many there would be then, most first. */
  wider: { without: Widening; total: number }[];
}

type Searcher = StaffActor | StudentActor | GuardianActor;

/**
 * Searches the placements listed at the actor's school. The index says which and in what order; what is shown is read
 * again under the actor's scope, and what cannot be seen there is dropped. Throws when no engine answers.
 */
export async function searchPlacements(
  wiring: Wiring,
  actor: Actor,
  input: SearchWish,
): Promise<Outcome<SearchPage, "not_permitted">> {
  if (actor.kind !== "staff" && actor.kind !== "student" && actor.kind !== "guardian") return refused("not_permitted");
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), LAST_PAGE);
  const wish = { ...input, page, text: input.text.slice(0, LONGEST_TEXT) };
  const reader = await withScope(wiring, actor, (tx) => readReader(tx, wiring, actor));
  const question = questionOf(wiring, { actor, reader, wish });
  const answer = await wiring.search.search(PLACEMENTS, question);
  const shown = hitsOfPage(answer, wish);
  const listings =
    shown.length === 0
      ? []
      : await withScope(wiring, actor, (tx) =>
          listListingsForSearch(tx, {
            schoolId: actor.schoolId,
            placementIds: shown.map(({ id }) => id),
            on: reader.on,
          }),
        );
  const results = resultsOf(shown, listings, reader);
  const total = Math.max(0, answer.total - (shown.length - results.length));
  return done({
    results,
    total,
    page,
    pages: Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE)),
    counts: countsOf(answer),
    areas: reader.areas.map(({ id, name }) => ({ id, name })),
    measuredFrom: reader.measuredFrom,
    degraded: answer.degraded,
    wider: total === 0 ? await findWider(wiring, question, wish) : [],
  });
}

interface Reader {
  on: string;
  settings: SchoolSettings;
  student: StudentEvidence | null;
  /** What a student's fit is judged by. */
  context: MatchContext | null;
  wished: ReadonlySet<string>;
  pursuits: ReadonlyMap<string, { pursuitId: string; state: string }>;
  areas: { id: string; name: string }[];
  origin: Point | null;
  measuredFrom: SearchPage["measuredFrom"];
}

async function readReader(tx: ScopeTx, wiring: Wiring, actor: Searcher): Promise<Reader> {
  const { schoolId, districtId } = actor;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(wiring.clock.now(), school.time_zone);
  const common = { on, settings: await getSettings(tx, schoolId), areas: await listAreas(tx, districtId) };
  const ofSchool = pointOf(school);
  const bare = {
    ...common,
    student: null,
    context: null,
    wished: new Set<string>(),
    pursuits: new Map(),
    origin: ofSchool,
    measuredFrom: ofSchool && ("school" as const),
  };
  if (actor.kind !== "student") return bare;
  const studentId = actor.personId;
  const tastes = await findStudentTastes(tx, { schoolId, studentId });
  if (!tastes) return bare;
  const wished = await listWishedListingIds(tx, { schoolId, studentId });
  const pursuits = await listOwnPursuitStates(tx, { schoolId, studentId });
  const own = pointOf(tastes);
  return {
    ...common,
    student: studentEvidence(tastes, on),
    context: await readFitContext(tx, { schoolId, settings: common.settings }),
    wished: new Set(wished),
    pursuits: new Map(pursuits.map((pursuit) => [pursuit.listing_id, { pursuitId: pursuit.id, state: pursuit.state }])),
    origin: own ?? ofSchool,
    measuredFrom: own ? "own-area" : bare.measuredFrom,
  };
}

function pointOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function questionOf(
  wiring: Wiring,
  { actor, reader, wish }: { actor: Searcher; reader: Reader; wish: SearchWish },
): Question {
  const interests = (reader.student?.interests ?? []).map(({ interestId, strength, liked }) => ({
    interestId,
    strength: (liked ? 1 : -1) * (strength / 3),
  }));
  const plan = planQuery({
    text: wish.text,
    capabilities: wiring.search.capabilities,
    interests: wish.sort === "best" ? interests : [],
  });
  return {
    ...plan,
    scope: { schoolId: actor.schoolId },
    filters: filtersOf(wish, { schoolId: actor.schoolId, origin: reader.origin }),
    facets: Object.keys(FACETS),
    sort: sortOf(wish, reader.origin),
    ...(isReRanked(wish) ? { offset: 0, limit: RE_RANKED } : { offset: (wish.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  };
}

/** The first hundred are ordered anew; behind them the engine's own order goes on. */
const isReRanked = ({ sort, page }: SearchWish) => sort === "best" && page * PAGE_SIZE <= RE_RANKED;

function hitsOfPage(answer: Answer, wish: SearchWish): readonly Hit[] {
  return isReRanked(wish) ? reRank(answer).slice((wish.page - 1) * PAGE_SIZE, wish.page * PAGE_SIZE) : answer.hits;
}

function resultsOf(
  hits: readonly Hit[],
  listings: Awaited<ReturnType<typeof listListingsForSearch>>,
  reader: Reader,
): SearchResult[] {
  const byPlacement = new Map(
    listings.map((listing) => [listing.placement_id, { listing, places: placesOf(listing, reader.settings) }]),
  );
  const evidence = new Map(
    [...byPlacement].map(([id, { listing, places }]) => [id, placementEvidence(listing, places)]),
  );
  return hits.flatMap((hit) => {
    const found = byPlacement.get(hit.id);
    const placement = evidence.get(hit.id);
    if (!found || !placement) return [];
    const fit =
      reader.student && reader.context && fitFor({ student: reader.student, placement, context: reader.context });
    const { listing_id: listingId } = found.listing;
    return [
      toResult({
        ...found,
        hit,
        fit,
        wished: reader.wished.has(listingId),
        pursuit: reader.pursuits.get(listingId) ?? null,
      }),
    ];
  });
}

function countsOf({ facets }: Answer): SearchPage["counts"] {
  const { kind = {}, weekday = {}, area = {}, interest = {}, language = {}, openAt = {} } = facets;
  return { kind, weekday, area, interest, language, openAt };
}

/**
 * Each limit left out by itself, and the words, so that a reader can give up one thing and keep the others. Only where
 * no single one helps, all limits together.
 */
async function findWider(wiring: Wiring, question: Question, wish: SearchWish): Promise<SearchPage["wider"]> {
  const limits = limitsOf(wish);
  const { filters = {}, parts } = question;
  const kept = (without: Widening) => {
    if (without === "limits") return { filters: {} };
    if (without === "text") return { parts: [] };
    const name = without === "open" ? "openAt" : without;
    return { filters: Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name)) };
  };
  const countWithout = async (without: Widening) => {
    const wider = { ...question, ...kept(without), facets: [], offset: 0, limit: 0 };
    return { without, total: (await wiring.search.search(PLACEMENTS, wider)).total };
  };
  const single: Widening[] = limits.length > 0 && parts.length > 0 ? [...limits, "text"] : limits;
  const one = helpful(await Promise.all(single.map(countWithout)));
  return one.length > 0 || limits.length < 2 ? one : helpful([await countWithout("limits")]);
}

const helpful = (wider: SearchPage["wider"]) =>
  wider.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);

import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listUnexpected } from "./list-unexpected.server";
import { searchPlacements } from "./search-placements.server";
import { type Reading, readOnce, type Trying } from "./search-reader.server";
import type { SearchResult } from "./search-result";
import type { SearchWish } from "./search-wish";

const IDEAS = 10;
/** What stands behind a hundred that fit better is no idea any more. */
const FURTHEST_PAGE = 5;

const OPEN_ONES: SearchWish = {
  text: "",
  kinds: [],
  weekdays: [],
  hours: [],
  withinKm: null,
  areas: [],
  interests: [],
  languages: [],
  organisations: [],
  openSeats: 1,
  sort: "best",
  page: 1,
};

export interface Ideas {
  /**
   * At most ten other open placements that nothing stands in the way of and the student has not asked for, best fit first. Null
   * where no search engine answers.
   */
  fitting: SearchResult[] | null;
  degraded: boolean;
  /** One that the student would not have looked for. */
  unexpected: SearchResult | null;
}

/** What a student could look at next, by their list and by what they try. */
export async function listIdeas(wiring: Wiring, actor: StudentActor, { trying }: Trying = {}): Promise<Ideas> {
  const reading = readOnce({ wiring, actor, trying });
  const unexpected = await listUnexpected(wiring, actor, { reading });
  if (!unexpected.ok) throw new Error("a student may search");
  const [surprise = null] = unexpected.value;
  const isIdea = ({ listingId, pursuit, fit }: SearchResult) =>
    listingId !== surprise?.listingId && pursuit === null && fit?.word != null;
  return { ...(await findFitting(wiring, actor, { reading, isIdea })), unexpected: surprise };
}

/** Something stands in the way of some placements of a page, so the next pages are asked until there are ten. */
async function findFitting(
  wiring: Wiring,
  actor: StudentActor,
  { reading, isIdea }: { reading: Reading; isIdea: (result: SearchResult) => boolean },
): Promise<Omit<Ideas, "unexpected">> {
  const fitting: SearchResult[] = [];
  let degraded = false;
  for (let page = 1; page <= FURTHEST_PAGE; ) {
    const found = await searchPlacements(wiring, actor, { ...OPEN_ONES, page, reading });
    if (!found.ok && found.reason === "not_permitted") throw new Error("a student may search");
    // An engine that goes away on the way leaves what was found.
    if (!found.ok) return { fitting: page === 1 ? null : fitting, degraded };
    degraded ||= found.value.degraded;
    fitting.push(...found.value.results.filter(isIdea));
    if (fitting.length >= IDEAS || found.value.page >= found.value.pages) break;
    page = found.value.page + 1;
  }
  return { fitting: fitting.slice(0, IDEAS), degraded };
}

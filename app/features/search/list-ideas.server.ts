import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listUnexpected } from "./list-unexpected.server";
import { searchPlacements } from "./search-placements.server";
import type { SearchResult } from "./search-result";
import type { SearchWish } from "./search-wish";

const IDEAS = 10;

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
  openOnly: true,
  sort: "best",
  page: 1,
};

export interface Ideas {
  /**
   * At most ten open placements that nothing stands in the way of and the student has not asked for, best fit first. Null
   * where no search engine answers.
   */
  fitting: SearchResult[] | null;
  degraded: boolean;
  /** One that the student would not have looked for. */
  unexpected: SearchResult | null;
}

/** What a student could look at next. */
export async function listIdeas(wiring: Wiring, actor: StudentActor): Promise<Ideas> {
  const found = await searchPlacements(wiring, actor, OPEN_ONES);
  const unexpected = await listUnexpected(wiring, actor);
  if (!unexpected.ok || (!found.ok && found.reason === "not_permitted")) throw new Error("a student may search");
  const fitting = found.ok
    ? found.value.results.filter(({ pursuit, fit }) => pursuit === null && fit?.word != null).slice(0, IDEAS)
    : null;
  return { fitting, degraded: found.ok && found.value.degraded, unexpected: unexpected.value[0] ?? null };
}

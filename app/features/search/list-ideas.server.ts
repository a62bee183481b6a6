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
  /** At most ten open placements that nothing stands in the way of and the student has not asked for, best fit first. */
  fitting: SearchResult[];
  /** One that the student would not have looked for. */
  unexpected: SearchResult | null;
}

/** What a student could look at next. Throws when no search engine answers. */
export async function listIdeas(wiring: Wiring, actor: StudentActor): Promise<Ideas> {
  const found = await searchPlacements(wiring, actor, OPEN_ONES);
  const unexpected = await listUnexpected(wiring, actor);
  if (!found.ok || !unexpected.ok) throw new Error("a student may search");
  const fitting = found.value.results.filter(({ pursuit, fit }) => pursuit === null && fit?.word != null);
  return { fitting: fitting.slice(0, IDEAS), unexpected: unexpected.value[0] ?? null };
}

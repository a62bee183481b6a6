import { renewSearch } from "~/features/search/renew-search.server";
import type { SearchWish } from "~/features/search/search-wish";

import type { Stage } from "./stage";

/** A wish without limits; a test names what it is about. */
export const wishFor = (changes: Partial<SearchWish> = {}): SearchWish => ({
  text: "",
  kinds: [],
  weekdays: [],
  hours: [],
  withinKm: null,
  areas: [],
  interests: [],
  languages: [],
  organisations: [],
  openSeats: 0,
  sort: "best",
  page: 1,
  ...changes,
});

/** Fills the indexes with the sample, as a worker does when it starts. */
export async function indexSample({ wiring }: Pick<Stage, "wiring">): Promise<void> {
  await renewSearch(wiring);
}

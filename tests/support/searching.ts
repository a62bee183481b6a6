import type { SearchWish } from "~/features/search/search-wish";
import { syncPlacement } from "~/features/search/sync-placement.server";
import type { Stage } from "./stage";

/** A wish without limits; a test names what it is about. */
export const wishFor = (changes: Partial<SearchWish> = {}): SearchWish => ({
  text: "",
  kinds: [],
  weekdays: [],
  withinKm: null,
  areas: [],
  interests: [],
  languages: [],
  organisations: [],
  openOnly: false,
  sort: "best",
  page: 1,
  ...changes,
});

/** Brings every placement of the sample into the index, as the seed's jobs would. */
export async function indexSample(stage: Stage): Promise<void> {
  const refs = await stage.rows<{ districtId: string; placementId: string }>(
    `select district_id as "districtId", id as "placementId" from placements order by id`,
  );
  for (const ref of refs) await syncPlacement(stage.wiring, ref);
}

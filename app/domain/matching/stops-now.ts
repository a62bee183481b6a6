import { type PlaceInView, standingIn } from "./places-in-view";
import type { PlanInput } from "./plan-types";

/** Why nothing more is for a student, whatever a plan of before proposes: they do not look, have a place in view already, or are gone. */
export type Stop = "not_looking" | "in_view" | "left";

interface Now extends Pick<PlanInput, "mode" | "perStudent"> {
  studentIds: readonly string[];
  /** Those of them who left the school. */
  leftIds: readonly string[];
  /** Those of them who look for a place. */
  lookingIds: readonly string[];
  inView: readonly PlaceInView[];
  /** Listings that plans may use. */
  openListingIds: readonly string[];
}

/** Students for whom a plan of a kind, were it made now, would look no further; everybody else is left out. */
export function stopsNow({ studentIds, leftIds, lookingIds, inView, openListingIds, ...kind }: Now): Map<string, Stop> {
  const looking = new Set(lookingIds);
  const { settledIds } = standingIn(inView, {
    students: studentIds.map((id) => ({ id })),
    placements: openListingIds.map((listingId) => ({ listingId })),
    ...kind,
  });
  return new Map<string, Stop>([
    ...studentIds.flatMap((id): [string, Stop][] => (looking.has(id) ? [] : [[id, "not_looking"]])),
    ...settledIds.map((id): [string, Stop] => [id, "in_view"]),
    ...leftIds.map((id): [string, Stop] => [id, "left"]),
  ]);
}

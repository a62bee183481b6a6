import { artsAndPeople } from "./placements/arts-and-people";
import { careAndFood } from "./placements/care-and-food";
import { cedarRidge } from "./placements/cedar-ridge";
import { makingAndNature } from "./placements/making-and-nature";
import { readPlacements, type SamplePlacement } from "./placements/read-placements";

/** The placements of Greenwater, which two schools share, and of Cedar Ridge: 80 together. */
export const greenwaterPlacements: readonly SamplePlacement[] = [careAndFood, makingAndNature, artsAndPeople].flatMap(
  readPlacements,
);
export const cedarPlacements: readonly SamplePlacement[] = readPlacements(cedarRidge);
export const samplePlacements: readonly SamplePlacement[] = [...greenwaterPlacements, ...cedarPlacements];

/** A placement that two schools list gives each of them half of its seats. */
export function seatsPerListing({ seats, listings }: SamplePlacement): number {
  return Math.max(1, Math.floor(seats / Math.max(1, listings.length)));
}

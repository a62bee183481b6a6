import { SMALLEST_CELL } from "../matching/small-cells";
import { toldCount } from "./demand";

/** The distances a recruitment mail may speak of. Fixed, so that nobody draws a circle around one street and then around the next. */
export const RECRUITMENT_RADII_KM = [2, 5, 10, 20] as const;

/**
 * What may be told of counts, each of which holds the ones before it: the smallest circle first, the whole school last. Told is
 * "at least so many", in tens. A count under ten stays at school, and so does one that is so close to a wider told one that the
 * difference would point at fewer than ten. Tens keep the same from circles around two places that overlap.
 */
export function tellSizes(counts: readonly number[]): (number | null)[] {
  let wider = Number.POSITIVE_INFINITY;
  const fromTheWidest = counts.toReversed().map((count) => {
    if (count < SMALLEST_CELL || wider - count < SMALLEST_CELL) return null;
    wider = count;
    return toldCount(count);
  });
  return fromTheWidest.reverse();
}

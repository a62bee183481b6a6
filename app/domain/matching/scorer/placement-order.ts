import type { PlacementEvidence } from "../evidence";

/**
 * Placements in an order in which those that are open to one student lie close together: by their days, then along a
 * curve through the map (Morton 1966). It changes no score, only how far apart the numbers lie that a row reads.
 */
export function inReadingOrder(placements: readonly PlacementEvidence[]): PlacementEvidence[] {
  const keyed = placements.map((placement) => ({ placement, days: daysKey(placement), at: mapKey(placement) }));
  keyed.sort((a, b) => a.days - b.days || a.at - b.at);
  return keyed.map(({ placement }) => placement);
}

/** Weekdays as bits; those that are not open at all last. */
function daysKey({ weekdays, published, openSeats, openPursuitPlaces }: PlacementEvidence): number {
  if (!published || openSeats <= 0 || openPursuitPlaces <= 0) return 2 ** 8;
  return weekdays.reduce((days, { weekday, seats }) => (seats > 0 ? days | (1 << (weekday & 7)) : days), 0);
}

/** Cells of 1/256 of a degree, a few hundred metres. */
const CELLS_A_DEGREE = 256;

function mapKey({ location }: PlacementEvidence): number {
  if (!location) return -1;
  const cell = (degrees: number) => Math.floor((degrees + 180) * CELLS_A_DEGREE);
  return spread(cell(location.lat)) * 2 + spread(cell(location.lon));
}

/** Puts a zero between the lowest 16 bits and their neighbours, as many as 360 degrees need and one more. */
function spread(bits: number): number {
  let spaced = 0;
  for (let bit = 0; bit < 17; bit += 1) if (bits & (1 << bit)) spaced += 4 ** bit;
  return spaced;
}

/** How many students may go after a listing at once: seats x places per seat. */
export function placeCount(seats: number, placesPerSeat: number): number {
  return Math.max(0, Math.trunc(seats)) * Math.max(1, Math.trunc(placesPerSeat));
}

/**
 * Seats of a listing that can be offered, and so how many students may go after it: an offer takes a seat on each day of the
 * placement, and the day with the fewest decides. A day without seats is none of its days; where none was said, the listing's
 * own number stands.
 */
export function seatsToOffer(seats: number, days: readonly { seats: number }[]): number {
  const open = daysWithSeats(days);
  return days.length > 0 && open.length === 0 ? 0 : Math.min(seats, ...open.map((day) => day.seats));
}

/** The days of a placement on which somebody can be there at all. */
export function daysWithSeats<Day extends { seats: number }>(days: readonly Day[]): Day[] {
  return days.filter(({ seats }) => seats > 0);
}

/**
 * The lowest free place number, or null when as many are taken as there are, whichever numbers those have: where places were
 * taken away, a higher one may still be in use. `taken` holds the numbers in use, in any order.
 */
export function firstFreePlace(taken: readonly number[], count: number): number | null {
  const used = new Set(taken);
  if (used.size >= count) return null;
  for (let place = 1; place <= count; place += 1) if (!used.has(place)) return place;
  return null;
}

export interface Stay {
  /** ISO weekdays 1..7; empty means "not said", which overlaps every day. */
  weekdays: readonly number[];
  /** Civil dates, null when open. */
  startsOn: string | null;
  endsOn: string | null;
}

/** Whether two stays share a weekday in a shared stretch of dates. Days that were not said count as shared. */
export function staysOverlap(a: Stay, b: Stay): boolean {
  const dates = (a.startsOn ?? "") <= (b.endsOn ?? "9999") && (b.startsOn ?? "") <= (a.endsOn ?? "9999");
  const unsaid = a.weekdays.length === 0 || b.weekdays.length === 0;
  return dates && (unsaid || a.weekdays.some((day) => b.weekdays.includes(day)));
}

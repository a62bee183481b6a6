/** How many students may go after a listing at once: seats x places per seat. */
export function placeCount(seats: number, placesPerSeat: number): number {
  return Math.max(0, Math.trunc(seats)) * Math.max(1, Math.trunc(placesPerSeat));
}

/** The lowest free place number, or null when all are taken. `taken` holds the numbers in use, in any order. */
export function firstFreePlace(taken: readonly number[], count: number): number | null {
  const used = new Set(taken);
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

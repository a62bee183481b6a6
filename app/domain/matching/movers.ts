import type { PairIds } from "./evidence";
import { compareIds } from "./rank";

/** Somebody whose placements are others in a second plan: those lost and those gained. */
export interface Mover {
  studentId: string;
  leaves: string[];
  gets: string[];
}

/** Everybody whose placements are others in the second list of pairs, by student id. */
export function moversBetween(first: readonly PairIds[], second: readonly PairIds[]): Mover[] {
  const [before, after] = [listingsIn(first), listingsIn(second)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareIds);
  return ids.flatMap((studentId) => {
    const [had, has] = [before.get(studentId) ?? [], after.get(studentId) ?? []];
    const leaves = had.filter((id) => !has.includes(id));
    const gets = has.filter((id) => !had.includes(id));
    return leaves.length + gets.length > 0 ? [{ studentId, leaves, gets }] : [];
  });
}

/** All placements of each student, in the order of the pairs. */
export function listingsIn(pairs: readonly PairIds[]): Map<string, string[]> {
  const listings = new Map<string, string[]>();
  for (const { studentId, listingId } of pairs)
    listings.set(studentId, [...(listings.get(studentId) ?? []), listingId]);
  return listings;
}

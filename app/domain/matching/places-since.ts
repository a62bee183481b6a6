import { groupBy } from "../group-by";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import type { PlaceInView } from "./places-in-view";
import { isSamePair } from "./plan-locks";
import type { PlanInput } from "./plan-types";

/** What became of places since a plan was made. */
export interface PlacesSince {
  /** Pairs that are in view now and were not, whoever the student is: also of one who was not looked for, or is new. */
  taken: PlaceInView[];
  /** Pairs that were in view then without a seat, and have one now. */
  seated: PairIds[];
  /** All that a plan made now counts: what was in view then, as it is now, and what was taken. */
  inView: PlaceInView[];
}

/**
 * What was taken since, by what is in view now. A pair of then that is in view no more stays where it was: who gets its place
 * is a question to a new plan. Which pairs had a seat then, a plan from before `standing` does not say; none of them counts.
 */
export function placesSince(input: PlanInput, now: readonly PlaceInView[]): PlacesSince {
  const at = groupBy(now, ({ studentId }) => studentId);
  const isSeatedNow = (pair: PairIds) =>
    (at.get(pair.studentId) ?? []).some((one) => one.seated && isSamePair(one, pair));
  const then = input.standing?.inView ?? (input.approved ?? []).map((pair) => ({ ...pair, seated: isSeatedNow(pair) }));
  const wasIn = new Map(input.students.map(({ id, currentSeatListingIds }) => [id, currentSeatListingIds]));
  const taken = now.filter(({ studentId, listingId }) => !wasIn.get(studentId)?.includes(listingId));
  const seated = then.filter((pair) => !pair.seated && isSeatedNow(pair));
  const others = then.filter((pair) => !taken.some((one) => isSamePair(one, pair)));
  return { taken, seated, inView: [...others.map((pair) => ({ ...pair, seated: isSeatedNow(pair) })), ...taken] };
}

/**
 * A student as the evidence of a plan made now would have them, so that no rule speaks of the pair any more. A request that
 * was carried out does not stand on their list any longer; one whose approval `waits` does.
 */
export function withPlaces(
  student: StudentEvidence,
  { taken, over }: { taken: readonly PairIds[]; over: readonly PairIds[] },
): StudentEvidence {
  const here = (pairs: readonly PairIds[]) =>
    pairs.flatMap(({ studentId, listingId }) => (studentId === student.id ? listingId : []));
  const own = here(taken);
  const gone = new Set(here(over));
  if (own.length === 0 && !student.requestedListingIds.some((id) => gone.has(id))) return student;
  return {
    ...student,
    currentSeatListingIds: [...student.currentSeatListingIds, ...own],
    requestedListingIds: student.requestedListingIds.filter((id) => !gone.has(id)),
  };
}

/**
 * Listings without the places and seats that were taken since. A seat takes one student of what its mentor takes at once, at
 * each of their listings, and with the last of them go the places that its seat would have opened. Whose room a seat at a
 * listing that the plan has not seen takes, only a new plan knows.
 */
export function withoutTaken(
  { placements, placesPerSeat = 1 }: Pick<PlanInput, "placements" | "placesPerSeat">,
  { taken, seated }: PlacesSince,
): PlacementEvidence[] {
  const places = countAt(taken);
  const seats = countAt([...taken.filter((pair) => pair.seated), ...seated]);
  const ofMentor = new Map<string, number>();
  for (const { listingId, leadMentor } of placements)
    if (leadMentor) ofMentor.set(leadMentor.id, (ofMentor.get(leadMentor.id) ?? 0) + (seats.get(listingId) ?? 0));
  return placements.map((placement) => {
    const { listingId, leadMentor, openSeats, openPursuitPlaces } = placement;
    const left = openSeats - (seats.get(listingId) ?? 0);
    const filled = leadMentor ? (ofMentor.get(leadMentor.id) ?? 0) : 0;
    const room = leadMentor?.room === undefined ? undefined : Math.max(0, leadMentor.room - filled);
    const open = room === undefined ? left : Math.min(left, room);
    return {
      ...placement,
      ...(leadMentor && room !== undefined && { leadMentor: { ...leadMentor, room } }),
      openSeats: open,
      openPursuitPlaces: openPursuitPlaces - (places.get(listingId) ?? 0) - (left - open) * placesPerSeat,
    };
  });
}

function countAt(pairs: readonly PairIds[]): Map<string, number> {
  return new Map([...groupBy(pairs, ({ listingId }) => listingId)].map(([id, here]) => [id, here.length]));
}

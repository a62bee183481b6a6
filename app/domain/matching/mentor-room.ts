import { groupBy } from "../group-by";
import type { MentorEvidence, PlacementEvidence } from "./evidence";
import type { Plan, PlanInput } from "./plan-types";

/** The most students at once that a mentor may say. Beyond it, whoever leads is no mentor to each of them any more. */
export const MOST_AT_ONCE = 20;

/**
 * Seats of a listing that its lead mentor can fill: those that are taken, and as many more as the mentor takes students.
 * All of them where the mentor did not say.
 */
export function seatsWithin(room: number | null, { seats, taken }: { seats: number; taken: number }): number {
  return room === null ? seats : Math.min(seats, taken + room);
}

/** How many more students a mentor takes, never below zero; null where they did not say how many at once. */
export function roomLeft({ atOnce, held }: { atOnce: number | null; held: number }): number | null {
  return atOnce === null ? null : Math.max(0, atOnce - held);
}

/**
 * The mentors to whom a plan gives more students than they take, by id: each of their listings keeps to it alone, several
 * together may not. Who has a seat already is not counted again. A slate proposes several to go after one seat, and the
 * mentor picks, so it never gives too many.
 */
export function mentorsBeyond(
  { assignments }: Pick<Plan, "assignments">,
  { placements, mode, standing }: PlanInput,
): Set<string> {
  if (mode === "slate") return new Set();
  const mentorOf = new Map(placements.map(({ listingId, leadMentor }) => [listingId, leadMentor]));
  const seated = new Set(standing?.inView.filter(({ seated: has }) => has).map(pairKey));
  const given = assignments
    .filter((pair) => !seated.has(pairKey(pair)))
    .flatMap(({ listingId }) => mentorOf.get(listingId) ?? []);
  const byMentor = groupBy(given, ({ id }) => id);
  return new Set(
    [...byMentor].filter(([, [mentor, ...others]]) => isBeyond(mentor, others.length + 1)).map(([id]) => id),
  );
}

const pairKey = ({ studentId, listingId }: { studentId: string; listingId: string }) => `${studentId} ${listingId}`;

function isBeyond(mentor: MentorEvidence | undefined, students: number): boolean {
  return students > (mentor?.room ?? Number.POSITIVE_INFINITY);
}

/** Whether a placement's lead mentor is among these. */
export function isLedBy(mentorIds: ReadonlySet<string>, { leadMentor }: PlacementEvidence): boolean {
  return leadMentor !== null && mentorIds.has(leadMentor.id);
}

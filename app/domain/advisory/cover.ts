import { type Actor, isCoordinator } from "../actor";
import { addDays, type CivilDate } from "../time";

/** The longest cover, in days: about a term. Who is away for longer hands the advisory on. */
export const MOST_COVER_DAYS = 120;

/** An advisor asks somebody to cover for their own advisory; coordinators do it for every one, as when an advisor is ill. */
export function mayGiveCover(actor: Actor, { advisorId }: { advisorId: string }): boolean {
  return isCoordinator(actor) || (actor.kind === "staff" && actor.personId === advisorId);
}

export type CoverDaysFault = "in_the_past" | "ends_before_start" | "too_long";

/** What is wrong with the days of a cover, both counted, as they are given on a day; null where nothing is. */
export function faultOfCoverDays(
  { from, to }: { from: CivilDate; to: CivilDate },
  today: CivilDate,
): CoverDaysFault | null {
  if (to < from) return "ends_before_start";
  if (from < today) return "in_the_past";
  return addDays(from, MOST_COVER_DAYS - 1) < to ? "too_long" : null;
}

/**
 * How a cover ends at once: the day before is its last one, so that nothing is read today any more. One that began today or
 * later has no day left and is gone; the audit log keeps that it was given.
 */
export function endOfCover({ from }: { from: CivilDate }, today: CivilDate): { lastDay: CivilDate } | "gone" {
  return from < today ? { lastDay: addDays(today, -1) } : "gone";
}

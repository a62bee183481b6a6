import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { takeBackUnsent } from "~/steps/sequence-stops.server";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listEnrolments, stopEnrolments } from "~db/sequence-contacts.server";
import { listSteps, lockSequence } from "~db/sequences.server";

export interface SequenceMove {
  sequenceId: string;
  move: "start" | "pause" | "resume" | "end";
  /** Civil date at the school from which mails may leave, for a start; null is today. */
  startsOn: string | null;
}

export type MoveSequenceRefusal = AdvanceRefusal | "day_over";

/**
 * Starts a sequence, pauses it at once, lets it go on, or ends it. Whoever lets it run signs its mails. A pause and an end take back
 * what no provider knows of; what is paused comes when it goes on.
 */
export async function moveSequence(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, move, startsOn }: SequenceMove,
): Promise<Outcome<null, MoveSequenceRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockSequence(tx, { schoolId, sequenceId }))) return refused("not_found");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (startsOn !== null && startsOn < today) return refused("day_over");
    const open = await listEnrolments(tx, { schoolId, sequenceId });
    const signed = { writer_id: personId };
    const set = { start: { ...signed, starts_on: startsOn ?? today }, resume: signed, pause: {}, end: {} }[move];
    const met = await listMet(tx, { schoolId, sequenceId, isSomebodyIn: open.some(({ isGoing }) => isGoing) });
    const moved = await advance(tx, { actor, noun: "sequence", id: sequenceId, move, met, notices: {}, set, now });
    if (!moved.ok) return moved;
    if (move === "pause" || move === "end")
      await takeBackUnsent(tx, { actor, enrolmentIds: open.map(({ id }) => id), now });
    if (move === "end") {
      const going = (await listEnrolments(tx, { schoolId, sequenceId })).filter(({ isGoing }) => isGoing);
      await stopEnrolments(tx, { schoolId, enrolmentIds: going.map(({ id }) => id), stop: "ended" });
    }
    return done(null);
  });
}

async function listMet(
  tx: ScopeTx,
  { isSomebodyIn, ...of }: { schoolId: string; sequenceId: string; isSomebodyIn: boolean },
): Promise<("steps" | "contacts")[]> {
  const hasSteps = (await listSteps(tx, of)).length > 0;
  return [...(hasSteps ? (["steps"] as const) : []), ...(isSomebodyIn ? (["contacts"] as const) : [])];
}

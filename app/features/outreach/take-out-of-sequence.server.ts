import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { stopThese } from "~/steps/sequence-stops.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { listEnrolments } from "~db/sequence-contacts.server";
import { lockSequence } from "~db/sequences.server";

/** Takes somebody out of a sequence: nothing more comes to them. A second time changes nothing. */
export async function takeOutOfSequence(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, enrolmentId }: { sequenceId: string; enrolmentId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockSequence(tx, { schoolId, sequenceId }))) return refused("not_found");
    const enrolments = await listEnrolments(tx, { schoolId, sequenceId });
    if (!enrolments.some(({ id }) => id === enrolmentId)) return refused("not_found");
    await stopThese(tx, { actor, enrolmentIds: [enrolmentId], stop: "taken_out", now });
    await recordAct(tx, {
      actor,
      noun: "sequence",
      nounId: sequenceId,
      transition: "take_out",
      evidence: enrolmentId,
      now,
    });
    return done(null);
  });
}

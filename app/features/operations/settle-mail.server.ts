import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { discardMail, lockTroubledMail, tryMailNow } from "~db/mail-queue.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import type { JobDecision } from "./settle-job.server";

export type SettleMailRefusal = "not_permitted" | "gone_or_running" | "in_doubt";

/**
 * Lets a mail of the school go out at once, or gives it up for good, with whatever it said. A mail that may have arrived is
 * not simply tried again: that is decided on its own page, by somebody who has asked.
 */
export async function settleMail(
  wiring: Wiring,
  actor: Actor,
  { mailId, decision }: { mailId: string; decision: JobDecision },
): Promise<Outcome<null, SettleMailRefusal>> {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const mail = await lockTroubledMail(tx, { schoolId, mailId });
    if (!mail) return refused("gone_or_running");
    if (decision === "retry" && mail.state === "needs_person") return refused("in_doubt");
    if (decision === "retry") await tryMailNow(tx, { schoolId, mailId });
    else await discardMail(tx, { schoolId, mailId, now });
    const note = decision === "retry" ? "Tried again." : "Given up.";
    await closeTasksOf(tx, { schoolId, dedupeKey: `mail:${mailId}`, note, now });
    await recordAct(tx, { actor, noun: "mail", nounId: mailId, transition: decision, reason: mail.kind, now });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { noLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { discardMail, findTroubledMail, lockTroubledMail, tryMailNow } from "~db/mail-queue.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { findMailWords, hasBeenSentAgain } from "~db/unreached-mails.server";
import type { JobDecision } from "./settle-job.server";

export type SettleMailRefusal = "not_permitted" | "gone_or_running" | "in_doubt" | "no_longer_true" | "sent_already";

/**
 * Lets a mail of the school go out at once, or gives it up for good, with whatever it said. A mail that may have arrived is
 * not simply tried again: that is decided on its own page, by somebody who has asked. One whose words hold no more, or
 * are deleted, is not tried again either.
 */
export async function settleMail(
  wiring: Wiring,
  actor: Actor,
  { mailId, decision }: { mailId: string; decision: JobDecision },
): Promise<Outcome<null, SettleMailRefusal>> {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const words = decision === "retry" ? await withSystem(wiring, (tx) => findMailWords(tx, { schoolId, mailId })) : null;
  return withScope(wiring, actor, async (tx) => {
    // What it tells of is locked before the mail, in the order of everything that takes a mail back.
    const isSayable = words?.wiped_at === null && (await mayStillBeSaid(tx, { schoolId, mailId, words, now }));
    const mail = await lockTroubledMail(tx, { schoolId, mailId });
    if (!mail) return refused("gone_or_running");
    if (decision === "retry" && mail.state === "needs_person") return refused("in_doubt");
    if (decision === "retry" && (await hasBeenSentAgain(tx, { schoolId, mailId }))) return refused("sent_already");
    if (decision === "retry" && !isSayable) return refused("no_longer_true");
    if (decision === "retry") await tryMailNow(tx, { schoolId, mailId });
    else await discardMail(tx, { schoolId, mailId, now });
    const note = decision === "retry" ? "Tried again." : "Given up.";
    await closeTasksOf(tx, { schoolId, dedupeKey: `mail:${mailId}`, note, now });
    await recordAct(tx, { actor, noun: "mail", nounId: mailId, transition: decision, reason: mail.kind, now });
    return done(null);
  });
}

async function mayStillBeSaid(
  tx: ScopeTx,
  {
    schoolId,
    mailId,
    words,
    now,
  }: { schoolId: string; mailId: string; words: { props: unknown; address: string }; now: Date },
): Promise<boolean> {
  const mail = await findTroubledMail(tx, { schoolId, mailId });
  return mail === undefined || (await noLongerTrue(tx, { schoolId, mail, ...words, now })) === null;
}

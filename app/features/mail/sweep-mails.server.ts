import { daysLater } from "~/clock";
import type { Wiring } from "~/wiring";
import { freeStranded } from "~db/day-mails.server";
import { deleteOldMailEvents } from "~db/mail-events.server";
import { deleteOldMails, listForgottenMails, wipeOldBodies } from "~db/mail-sweep.server";
import { enqueueDelivery } from "~db/mails.server";
import { withSystem } from "~db/scope.server";

/** The retention that the table declares. */
const BODY_DAYS = 90;
const SIGN_IN_BODY_DAYS = 1;
const ROW_DAYS = 730;
const EVENT_DAYS = 90;
/** A mail that waits longer than any backoff has lost its job. */
const FORGOTTEN_AFTER_HOURS = 2;

/** Wipes old bodies, deletes old rows and reports, and gives mail without a job a new one. */
export function sweepMails(wiring: Wiring): Promise<{ wiped: number; erased: number; requeued: number }> {
  const now = wiring.clock.now();
  return withSystem(wiring, async (tx) => {
    const forgotten = await listForgottenMails(tx, {
      before: new Date(now.getTime() - FORGOTTEN_AFTER_HOURS * 3_600_000),
    });
    for (const mail of forgotten) await enqueueDelivery(tx, mail);
    await freeStranded(tx);
    await deleteOldMailEvents(tx, { before: daysLater(now, -EVENT_DAYS) });
    return {
      wiped: await wipeOldBodies(tx, {
        before: daysLater(now, -BODY_DAYS),
        signInBefore: daysLater(now, -SIGN_IN_BODY_DAYS),
        now,
      }),
      erased: await deleteOldMails(tx, { before: daysLater(now, -ROW_DAYS) }),
      requeued: forgotten.length,
    };
  });
}

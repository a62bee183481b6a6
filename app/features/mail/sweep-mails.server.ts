import { daysLater } from "~/clock";
import { MAY_HAVE_LEFT } from "~/domain/mail/unreached";
import type { Wiring } from "~/wiring";
import { freeStranded } from "~db/day-mails.server";
import { endUnsent, type MailRow } from "~db/mail-delivery.server";
import { deleteOldMailEvents } from "~db/mail-events.server";
import { deleteOldMails, listForgottenMails, wipeOldBodies } from "~db/mail-sweep.server";
import { enqueueDelivery } from "~db/mails.server";
import { withSystem } from "~db/scope.server";
import { askPersonForMail } from "./ask-person-for-mail.server";

/** The retention that the table declares. */
const BODY_DAYS = 90;
const SIGN_IN_BODY_DAYS = 1;
const ROW_DAYS = 730;
const EVENT_DAYS = 90;
/** A mail that waits longer than any backoff has lost its job. */
const FORGOTTEN_AFTER_HOURS = 2;

/** Wipes old bodies, deletes old rows and reports, and gives mail without a job a new one. */
export async function sweepMails(wiring: Wiring): Promise<{ wiped: number; erased: number; requeued: number }> {
  const now = wiring.clock.now();
  for (const mail of await withSystem(wiring, freeStranded)) await askAbout(wiring, mail);
  return withSystem(wiring, async (tx) => {
    const forgotten = await listForgottenMails(tx, {
      before: new Date(now.getTime() - FORGOTTEN_AFTER_HOURS * 3_600_000),
    });
    for (const mail of forgotten) await enqueueDelivery(tx, mail);
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

/** The task comes first, as for every mail that a person decides: a process that ends in between repeats it. */
async function askAbout(wiring: Wiring, mail: MailRow): Promise<void> {
  const end = { state: "needs_person", reason: MAY_HAVE_LEFT } as const;
  if (mail.category !== "digest") await askPersonForMail(wiring, mail, end);
  await withSystem(wiring, (tx) => endUnsent(tx, { mailId: mail.id, ...end }));
}

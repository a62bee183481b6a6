import type { SystemTx } from "./scope.server";

/** Mails that are neither sent nor given up and that nobody has tried or promised since `before`; none that waits for a day's mail or goes with one. */
export function listForgottenMails(tx: SystemTx, { before }: { before: Date }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "category", "recipient_mail"])
    .where("state", "in", ["queued", "claimed"])
    .where((eb) => eb.or([eb("joins_day", "=", false), eb("day_at", "is not", null)]))
    .where("joined_in", "is", null)
    .where((eb) => eb(eb.fn.coalesce("day_at", "created_at"), "<", before.toISOString()))
    .where((eb) => eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<", before.toISOString())]))
    .orderBy("created_at")
    .limit(1000)
    .execute();
}

interface Wiping {
  before: Date;
  /** Sign-in mail is emptied sooner. */
  signInBefore: Date;
  now: Date;
}

/** Empties mails that have come to an end: what they said and their links are gone, that they were sent stays. */
export async function wipeOldBodies(tx: SystemTx, { before, signInBefore, now }: Wiping): Promise<number> {
  const result = await tx
    .updateTable("mails")
    .set({
      props: "{}",
      frozen_subject: "",
      frozen_html: null,
      frozen_text: null,
      frozen_headers: null,
      frozen_calendar: null,
      wiped_at: now.toISOString(),
    })
    .where("wiped_at", "is", null)
    .where("state", "not in", ["queued", "claimed"])
    .where((eb) =>
      eb.or([
        eb("created_at", "<", before.toISOString()),
        eb.and([eb("kind", "=", "sign-in"), eb("created_at", "<", signInBefore.toISOString())]),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function deleteOldMails(tx: SystemTx, { before }: { before: Date }): Promise<number> {
  const result = await tx.deleteFrom("mails").where("created_at", "<", before.toISOString()).executeTakeFirst();
  return Number(result.numDeletedRows);
}

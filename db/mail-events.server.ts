import type { Arrival } from "~/domain/mail/arrival";
import type { ScopeTx, SystemTx } from "./scope.server";

/** Remembers a report; answers false when it came before. Of two at once the second waits for the first. */
export async function insertMailEvent(
  tx: ScopeTx | SystemTx,
  event: { schoolId: string | null; eventId: string; type: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto("mail_events")
    .values({
      event_id: event.eventId,
      school_id: event.schoolId,
      type: event.type,
      received_at: event.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether a report was heard before. */
export async function hasMailEvent(tx: SystemTx, { eventId }: { eventId: string }): Promise<boolean> {
  const row = await tx.selectFrom("mail_events").select("event_id").where("event_id", "=", eventId).executeTakeFirst();
  return row !== undefined;
}

/** From which school a mail is and to which address; without a school it is of the product itself. Undefined when there is none. */
export function findMailToReport(tx: SystemTx, mailId: string) {
  return tx
    .selectFrom("mails")
    .select(["school_id as schoolId", "district_id as districtId", "recipient_mail as address"])
    .where("id", "=", mailId)
    .executeTakeFirst();
}

/** What is known of a mail, locked until the transaction ends. */
export function lockArrival(tx: ScopeTx | SystemTx, { mailId }: { mailId: string }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "state", "arrival", "dedupe_key", "recipient_person_id", "recipient_mentor_id"])
    .where("id", "=", mailId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** What is known of the mails that a mail carried, locked until the transaction ends. */
export function lockArrivedWith(tx: ScopeTx, { schoolId, mailId }: { schoolId: string; mailId: string }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "state", "arrival", "dedupe_key", "recipient_person_id", "recipient_mentor_id"])
    .where("school_id", "=", schoolId)
    .where("joined_in", "=", mailId)
    .where("state", "in", ["queued", "sent", "needs_person", "failed"])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

export type ArrivedMail = NonNullable<Awaited<ReturnType<typeof lockArrival>>>;

/** Notes what became of a mail, and of what it carried. */
export async function updateArrival(
  tx: ScopeTx | SystemTx,
  { mailId, arrival, now }: { mailId: string; arrival: Arrival; now: Date },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ arrival, arrival_at: now.toISOString() })
    .where((eb) => eb.or([eb("id", "=", mailId), eb.and([eb("joined_in", "=", mailId), eb("state", "=", "sent")])]))
    .execute();
}

export async function deleteOldMailEvents(tx: SystemTx, { before }: { before: Date }): Promise<void> {
  await tx.deleteFrom("mail_events").where("received_at", "<", before.toISOString()).execute();
}

import { type SqlBool, sql } from "kysely";
import type { MailRow } from "./mail-delivery.server";
import { enqueueDelivery } from "./mails.server";
import type { ScopeTx, SystemTx } from "./scope.server";
import type { UnreadReader } from "./unread.server";

interface OfReader {
  schoolId: string;
  reader: UnreadReader;
}

/** Somebody for whom mails of the school wait, and what kinds they are. */
export interface DayReader {
  reader: UnreadReader;
  kinds: string[];
}

/** As many as one mail carries; what is more waits for the next day. */
const CARRIED = 50;

/** For whom mails of the school wait that go with the day's mail. */
export async function listDayReaders(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<DayReader[]> {
  const rows = await tx
    .selectFrom("mails")
    .select(["recipient_person_id", "recipient_mentor_id"])
    .select(sql<string[]>`array_agg(distinct kind)`.as("kinds"))
    .where("school_id", "=", schoolId)
    .where(waitsForDay)
    .groupBy(["recipient_person_id", "recipient_mentor_id"])
    .orderBy((eb) => eb.fn.min("created_at"))
    .execute();
  return rows.map(({ recipient_person_id: personId, recipient_mentor_id: mentorId, kinds }) => ({
    reader: mentorId === null ? { personId: personId ?? "", mentorId: null } : { personId: null, mentorId },
    kinds,
  }));
}

/** Whether somebody has had the day's mail of a school on a date of its calendar, or has one on its way. One that did not arrive is none. */
export async function hasHadDay(
  tx: ScopeTx | SystemTx,
  { schoolId, reader, on, timeZone }: OfReader & { on: string; timeZone: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("mails")
    .select("id")
    .where("school_id", "=", schoolId)
    .where(isTo(reader))
    .where("joined_in", "is", null)
    .where(sql<SqlBool>`(day_at at time zone ${timeZone})::date = ${on}::date`)
    .where("state", "in", ["queued", "claimed", "sent"])
    .where((eb) => eb.or([eb("arrival", "is", null), eb("arrival", "not in", ["returned", "bounced", "complained"])]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Puts what waits for somebody on its way as one mail, in the order in which it was promised: one of them carries the others. It is one
 * that people count on if there is any, so that no wish for silence about a digest keeps it back. What goes to another address of theirs waits
 * for the next day. Under the lock of what waits, so that whoever comes second finds that it has left. Answers the mail that carries, or
 * null when nothing waits.
 */
export async function putDayOnItsWay(
  tx: SystemTx,
  { schoolId, reader, on, timeZone, now }: OfReader & { on: string; timeZone: string; now: Date },
): Promise<string | null> {
  const waiting = await tx
    .selectFrom("mails")
    .select(["id", "kind", "category", "recipient_mail"])
    .where("school_id", "=", schoolId)
    .where(isTo(reader))
    .where(waitsForDay)
    .orderBy("id")
    .limit(CARRIED)
    .forUpdate()
    .execute();
  if (await hasHadDay(tx, { schoolId, reader, on, timeZone })) return null;
  const address = waiting[0]?.recipient_mail.toLowerCase();
  const going = waiting.filter(({ recipient_mail }) => recipient_mail.toLowerCase() === address);
  const carrier = going.find(({ category }) => category === "transactional") ?? going[0];
  if (!carrier) return null;
  await tx
    .updateTable("mails")
    .set({ day_at: now.toISOString(), joined_in: sql<string | null>`nullif(${carrier.id}::uuid, id)` })
    .where(
      "id",
      "in",
      going.map(({ id }) => id),
    )
    .execute();
  await enqueueDelivery(tx, carrier);
  return carrier.id;
}

/** The mails that a day's mail carries and that are still to be sent, in the order in which they were promised. */
export function listJoined(tx: SystemTx, mailId: string) {
  return tx
    .selectFrom("mails")
    .selectAll()
    .where("joined_in", "=", mailId)
    .where("state", "=", "queued")
    .orderBy("id")
    .execute();
}

/** Whether somebody whom a mail tells of was forgotten after the provider may have had it: its bytes hold their words. */
export async function hasForgottenPart(tx: SystemTx, mailId: string): Promise<boolean> {
  const { rows } = await sql`select from mails where id = ${mailId} and ${holdsForgotten}`.execute(tx);
  return rows.length > 0;
}

/** Empties such a mail, once nobody sends it any more. */
export async function emptyForgotten(tx: SystemTx, mailId: string): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ frozen_subject: "", frozen_html: null, frozen_text: null, frozen_headers: null })
    .where("id", "=", mailId)
    .where(holdsForgotten)
    .execute();
}

/** A mail goes with no day's mail any more: it is ended apart. */
export async function takeOutOfDay(tx: SystemTx, mailId: string): Promise<void> {
  await tx.updateTable("mails").set({ joined_in: null }).where("id", "=", mailId).execute();
}

/** What a mail carries goes on with the next of them, because the mail itself does not leave. */
export async function handDayOn(tx: SystemTx, mailId: string): Promise<void> {
  const joined = await listJoined(tx, mailId);
  const next = joined.find(({ category }) => category === "transactional") ?? joined[0];
  if (!next) return;
  await takeOutOfDay(tx, next.id);
  await tx
    .updateTable("mails")
    .set({ joined_in: next.id })
    .where("joined_in", "=", mailId)
    .where("state", "=", "queued")
    .execute();
  await enqueueDelivery(tx, next);
}

/**
 * What a mail carried that was stopped by a person, or with whoever is forgotten, waits for the next day's mail. Answers those that may
 * have left with it, which do not.
 */
export async function freeStranded(tx: SystemTx): Promise<MailRow[]> {
  const stranded = (isInDoubt: boolean) => sql<SqlBool>`joined_in is not null and state = 'queued' and exists (
    select from mails carrier where carrier.id = mails.joined_in and carrier.state not in ('queued', 'claimed')
      and (carrier.handed_at is not null) = ${isInDoubt})`;
  await tx.updateTable("mails").set({ joined_in: null, day_at: null }).where(stranded(false)).execute();
  return tx.selectFrom("mails").selectAll().where(stranded(true)).execute();
}

const waitsForDay = sql<SqlBool>`joins_day and day_at is null and state = 'queued'`;

const isTo = ({ personId, mentorId }: UnreadReader) =>
  mentorId === null ? sql<SqlBool>`recipient_person_id = ${personId}` : sql<SqlBool>`recipient_mentor_id = ${mentorId}`;

/** What is forgotten before a provider may have the mail is left out of it. */
const holdsForgotten = sql<SqlBool>`exists (select from mails part where part.joined_in = mails.id
  and part.recipient_mail = 'forgotten' and part.wiped_at >= mails.handed_at)`;

import { sql } from "kysely";
import { hashAddress } from "./mails.server";
import type { ScopeTx, SystemTx } from "./scope.server";

/** The mail of a job, locked until the transaction ends; undefined when it has been erased. */
export function lockMail(tx: SystemTx, mailId: string) {
  return tx.selectFrom("mails").selectAll().where("id", "=", mailId).forUpdate().executeTakeFirst();
}

export type MailRow = NonNullable<Awaited<ReturnType<typeof lockMail>>>;

/** True when the address asked for silence, or bounced, for this category here or everywhere. */
export async function isSuppressed(
  tx: ScopeTx | SystemTx,
  mail: Pick<MailRow, "recipient_mail" | "category" | "district_id">,
): Promise<boolean> {
  const row = await tx
    .selectFrom("mail_suppressions")
    .select("id")
    .where("address_hash", "=", hashAddress(mail.recipient_mail))
    .where("category", "=", mail.category)
    .where((eb) => eb.or([eb("district_id", "is", null), eb("district_id", "=", mail.district_id)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the reader of an address has called mail of the district unwanted. */
export async function isUnwanted(
  tx: ScopeTx,
  { mail, districtId }: { mail: string; districtId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("mail_suppressions")
    .select("id")
    .where("address_hash", "=", hashAddress(mail))
    .where("district_id", "=", districtId)
    .where("reason", "=", "complained")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody wished for no outreach at an address, or nobody answered there; mails that only did not arrive are no wish. */
export async function isSilentByWish(
  tx: ScopeTx,
  { mail, districtId }: { mail: string; districtId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("mail_suppressions")
    .select("id")
    .where("address_hash", "=", hashAddress(mail))
    .where("category", "=", "outreach")
    .where("reason", "!=", "bounced")
    .where((eb) => eb.or([eb("district_id", "is", null), eb("district_id", "=", districtId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When the next mail may leave through a transport, of all workers together. */
export async function findNextSendAt(tx: SystemTx, transport: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("mail_transports")
    .select("next_send_at")
    .where("name", "=", transport)
    .executeTakeFirst();
  return row && new Date(row.next_send_at);
}

/** Takes the next free moment of a transport and moves the following one behind it. Answers the moment taken. */
export async function takeSendSlot(
  tx: SystemTx,
  { transport, gapMs, now }: { transport: string; gapMs: number; now: Date },
): Promise<Date> {
  if (gapMs === 0) return now;
  const { rows } = await sql<{ next: string }>`
    insert into mail_transports (name, next_send_at) values (${transport}, ${now.toISOString()}::timestamptz + ${gapMs} * interval '1 ms')
    on conflict (name) do update
      set next_send_at = greatest(mail_transports.next_send_at, ${now.toISOString()}::timestamptz) + ${gapMs} * interval '1 ms'
    returning next_send_at as next`.execute(tx);
  return new Date(new Date(rows[0]?.next ?? now).getTime() - gapMs);
}

/** Nobody sends through a transport before `until`. `fault` is what has to be repaired, if anything. */
export async function pauseTransport(
  tx: SystemTx,
  pause: { transport: string; until: Date; fault: string | null; now: Date },
): Promise<void> {
  const values = { fault: pause.fault, fault_at: pause.fault && pause.now.toISOString() };
  await tx
    .insertInto("mail_transports")
    .values({ name: pause.transport, next_send_at: pause.until.toISOString(), ...values })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({
        next_send_at: sql`greatest(mail_transports.next_send_at, excluded.next_send_at)`,
        ...values,
      }),
    )
    .execute();
}

/** The transport took a mail: what was wrong with it is repaired. */
export async function clearFault(tx: SystemTx, transport: string): Promise<void> {
  await tx
    .updateTable("mail_transports")
    .set({ fault: null, fault_at: null })
    .where("name", "=", transport)
    .where("fault", "is not", null)
    .execute();
}

/** Leases a locked mail to one worker until `until`; `attempts` of the answer is the token that names this lease. */
export function leaseMail(tx: SystemTx, { mailId, until }: { mailId: string; until: Date }) {
  return tx
    .updateTable("mails")
    .set({ state: "claimed", claimed_until: until.toISOString(), attempts: sql`attempts + 1` })
    .where("id", "=", mailId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface FrozenMail {
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  calendar: { method: string; text: string } | null;
}

/**
 * Stores what was rendered. A mail is written anew until a provider may know of it, because names change and what a day's mail carries
 * may hold no more; from then on its bytes stay. What is written of a mail that was stopped is thrown away.
 */
export async function freezeMail(
  tx: SystemTx,
  { mailId, frozen }: { mailId: string; frozen: FrozenMail },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({
      frozen_from: frozen.from,
      frozen_subject: frozen.subject,
      frozen_html: frozen.html,
      frozen_text: frozen.text,
      frozen_headers: JSON.stringify(frozen.headers),
      frozen_calendar: frozen.calendar && JSON.stringify(frozen.calendar),
    })
    .where("id", "=", mailId)
    .where("state", "=", "claimed")
    .where("handed_at", "is", null)
    .execute();
}

/** Notes that the provider may know of the mail from now on. Undefined when the lease has passed to another worker. */
export function markHanded(tx: SystemTx, { mailId, lease, now }: { mailId: string; lease: number; now: Date }) {
  return tx
    .updateTable("mails")
    .set({ handed_at: sql`coalesce(handed_at, ${now.toISOString()}::timestamptz)` })
    .where("id", "=", mailId)
    .where("state", "=", "claimed")
    .where("attempts", "=", lease)
    .returningAll()
    .executeTakeFirst();
}

/**
 * The provider has it, with what it carries. True whatever became of the lease; a mail of the product itself is emptied where nobody reads
 * it here.
 */
export async function markSent(
  tx: ScopeTx | SystemTx,
  sent: { mailId: string; providerId: string; wipe: boolean; now: Date },
): Promise<void> {
  const at = sent.now.toISOString();
  const wiped = {
    props: "{}",
    frozen_subject: "",
    frozen_html: null,
    frozen_text: null,
    frozen_calendar: null,
    wiped_at: at,
  };
  await tx
    .updateTable("mails")
    .set({
      state: "sent",
      sent_at: at,
      claimed_until: null,
      provider_id: sent.providerId,
      last_error: null,
      ...(sent.wipe ? wiped : {}),
    })
    .where((eb) =>
      eb.or([
        eb.and([eb("id", "=", sent.mailId), eb("state", "<>", "sent")]),
        // What was left out of a day's mail is suppressed.
        eb.and([eb("joined_in", "=", sent.mailId), eb("state", "in", ["queued", "needs_person", "failed"])]),
      ]),
    )
    .execute();
}

/** Puts a mail back into the line after a try that did not end it. `handedAt` null: the provider certainly does not have it. */
export async function putBack(
  tx: SystemTx,
  back: { mailId: string; lease: number; reason: string; handedAt: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("mails")
    .set({ state: "queued", claimed_until: null, last_error: back.reason, handed_at: back.handedAt })
    .where("id", "=", back.mailId)
    .where("state", "=", "claimed")
    .where("attempts", "=", back.lease)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends a mail that will not be sent, with what it carries. One that was sent stays sent. */
export async function endUnsent(
  tx: SystemTx,
  end: { mailId: string; state: "failed" | "suppressed" | "needs_person"; reason: string },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ state: end.state, claimed_until: null, last_error: end.reason })
    .where((eb) => eb.or([eb("id", "=", end.mailId), eb("joined_in", "=", end.mailId)]))
    .where("state", "in", ["queued", "claimed"])
    .execute();
}

/** The school a mail is from, for its signature. */
export async function findSenderSchool(tx: SystemTx, schoolId: string) {
  return tx
    .selectFrom("schools")
    .select(["name", "postal_address", "help_name", "help_phone"])
    .where("id", "=", schoolId)
    .executeTakeFirstOrThrow();
}

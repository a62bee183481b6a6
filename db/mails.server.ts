import { createHash } from "node:crypto";
import { sql } from "kysely";
import { laneOf } from "~/domain/mail/lane";
import { turnOf } from "~/domain/mail/turn";
import { joinsDay } from "~emails/day";
import { type MailCategory, type MailKind, type MailProps, mailKinds } from "~emails/kinds";
import { enqueue } from "./jobs.server";
import { findQuietEnd } from "./schools.server";
import type { IdentityTx, ScopeTx, SystemTx } from "./scope.server";

interface MailOf<Kind extends MailKind> {
  kind: Kind;
  props: MailProps<Kind>;
}

export type NewMail = { [Kind in MailKind]: MailOf<Kind> }[MailKind] & {
  to: { mail: string; language: string; personId?: string | null; mentorId?: string | null };
  /** Null only for mail of the product itself, such as a sign-in code. */
  schoolId: string | null;
  /** A second mail of the school with the same key is not made. */
  dedupeKey: string;
  /** Somebody has pressed for it: it waits for no mail of the day. */
  isAtOnce?: boolean;
  now: Date;
};

/**
 * Promises a mail in the transaction of the fact it tells of, and adds the job that delivers it; one that can wait goes with the day's
 * mail of its reader instead (`emails/day.ts`).
 * Answers the mail's id, or null when a mail with this key exists already or its mentor is suspended. Throws when the props are not those of the kind.
 */
export async function enqueueMail(tx: ScopeTx | IdentityTx, mail: NewMail): Promise<string | null> {
  const { kind, to, schoolId } = mail;
  const { category, props } = mailKinds[kind];
  const joins = waitsForDay(mail);
  if (to.mentorId && (await isMentorSuspended(tx, to.mentorId))) return null;
  const row = await tx
    .insertInto("mails")
    .values((eb) => ({
      school_id: schoolId,
      district_id: schoolId && eb.selectFrom("schools").select("district_id").where("id", "=", schoolId),
      kind,
      category,
      props: JSON.stringify(props.parse(mail.props)),
      recipient_mail: to.mail.trim(),
      recipient_language: to.language,
      recipient_person_id: to.personId ?? null,
      recipient_mentor_id: to.mentorId ?? null,
      dedupe_key: mail.dedupeKey,
      joins_day: joins,
      created_at: mail.now.toISOString(),
    }))
    .onConflict((conflict) => conflict.columns(["school_id", "dedupe_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return null;
  if (!joins)
    await enqueueDelivery(
      tx,
      { id: row.id, kind, category, recipient_mail: to.mail },
      { runAt: await endOfQuiet(tx, mail) },
    );
  return row.id;
}

/** A day belongs to somebody whom a school knows. */
function waitsForDay({ kind, props, to, schoolId, isAtOnce = false }: NewMail): boolean {
  const isKnown = schoolId !== null && Boolean(to.personId ?? to.mentorId);
  return !isAtOnce && isKnown && joinsDay(kind as MailKind, props as MailProps<MailKind>);
}

/** When the quiet hours of the school end that a mail has to keep; undefined where it may leave at once. */
async function endOfQuiet(tx: ScopeTx | IdentityTx, { kind, schoolId, now }: NewMail): Promise<Date | undefined> {
  if (mailKinds[kind].hours === "any" || schoolId === null) return undefined;
  // Mail of a school is promised in a transaction of it: others may not write the row.
  return (await findQuietEnd(tx as ScopeTx, { schoolId, now })) ?? undefined;
}

/** Whether the school has promised a mail with a key, whatever became of it. */
export async function isMailPromised(
  tx: ScopeTx,
  { schoolId, dedupeKey }: { schoolId: string; dedupeKey: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("mails")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("dedupe_key", "=", dedupeKey)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether a mentor gets no mail because they are suspended. Waits for whoever suspends them at this moment: their mails are stopped
 * first, and none is made after.
 */
export async function isMentorSuspended(tx: ScopeTx | IdentityTx, mentorId: string): Promise<boolean> {
  const mentor = await tx
    .selectFrom("mentors")
    .select("suspended_at")
    .where("id", "=", mentorId)
    .forKeyShare()
    .executeTakeFirst();
  return mentor !== undefined && mentor.suspended_at !== null;
}

/**
 * Adds the job that delivers a mail, in its turn and the lane of its address, or of its id where the caller may not read that; a job of it
 * that has not started is replaced.
 */
export function enqueueDelivery(
  tx: ScopeTx | IdentityTx | SystemTx,
  mail: { id: string; kind: string; category: string; recipient_mail?: string },
  { runAt }: { runAt?: Date | undefined } = {},
): Promise<void> {
  const queue = laneOf(mail.recipient_mail ?? mail.id);
  const options = { jobKey: `mail:${mail.id}`, queue, priority: turnOf(mail), ...(runAt && { runAt }) };
  return enqueue(tx, "deliver-mail", { mailId: mail.id }, options);
}

/** SHA-256 of the trimmed, lower-cased address: how the list of suppressions names it. */
export function hashAddress(mail: string): Buffer {
  return createHash("sha256").update(mail.trim().toLowerCase()).digest();
}

export interface Suppression {
  mail: string;
  category: MailCategory;
  reason: "unsubscribed" | "delete_me" | "no_answer" | "bounced" | "complained";
  /** Null silences every district. */
  districtId: string | null;
  now: Date;
}

/** Whether somebody asked the district to delete their address and never to write again. Who does not answer, or stops a kind of mail, did not. */
export async function isForgotten(
  tx: ScopeTx,
  { mail, districtId }: { mail: string; districtId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("mail_suppressions")
    .select("id")
    .where("address_hash", "=", hashAddress(mail))
    .where("reason", "=", "delete_me")
    .where((eb) => eb.or([eb("district_id", "is", null), eb("district_id", "=", districtId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on no mail of this category goes to the address; only a hash of it is kept. */
export function suppressMail(tx: ScopeTx | SystemTx, { mail, ...wish }: Suppression): Promise<void> {
  return suppressAddress(tx, { ...wish, addressHash: hashAddress(mail) });
}

/**
 * The same for an address of which only the hash is known. Of two reasons the first is kept, but for a bounce, which somebody
 * may lift: a wish for silence takes its place.
 */
export async function suppressAddress(
  tx: ScopeTx | SystemTx,
  { addressHash, category, reason, districtId, now }: Omit<Suppression, "mail"> & { addressHash: Buffer },
): Promise<void> {
  if (reason !== "bounced" && districtId) await liftBounceOf(tx, { addressHash, districtId, category });
  await tx
    .insertInto("mail_suppressions")
    .values({
      address_hash: addressHash,
      category,
      reason,
      district_id: districtId,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface SilentAddress {
  addressHash: Buffer;
  districtId: string | null;
}

/** Why an address hears no outreach of a district, or null where it hears it. What silences every district comes first. */
export async function findSilence(
  tx: SystemTx,
  { addressHash, districtId }: SilentAddress,
): Promise<Suppression["reason"] | null> {
  const row = await tx
    .selectFrom("mail_suppressions")
    .select("reason")
    .where("address_hash", "=", addressHash)
    .where("category", "=", "outreach")
    .where((eb) => eb.or([eb("district_id", "is", null), eb("district_id", "=", districtId)]))
    .orderBy(sql`district_id is not null`)
    .limit(1)
    .executeTakeFirst();
  return (row?.reason as Suppression["reason"] | undefined) ?? null;
}

/** Whoever stopped outreach of a district by its link takes that back; every other reason for silence stays. */
export async function liftStop(tx: SystemTx, { addressHash, districtId }: SilentAddress): Promise<void> {
  await tx
    .deleteFrom("mail_suppressions")
    .where("address_hash", "=", addressHash)
    .where("category", "=", "outreach")
    .where("reason", "=", "unsubscribed")
    .where("district_id", "=", districtId)
    .execute();
}

/** Somebody says that an address works again: what stopped because it bounced goes on. Other wishes for silence stay. */
export function liftBounce(
  tx: ScopeTx | SystemTx,
  { mail, ...of }: { mail: string; districtId: string; category?: MailCategory },
): Promise<void> {
  return liftBounceOf(tx, { ...of, addressHash: hashAddress(mail) });
}

async function liftBounceOf(
  tx: ScopeTx | SystemTx,
  { addressHash, districtId, category }: { addressHash: Buffer; districtId: string; category?: MailCategory },
): Promise<void> {
  let lifted = tx
    .deleteFrom("mail_suppressions")
    .where("address_hash", "=", addressHash)
    .where("district_id", "=", districtId)
    .where("reason", "=", "bounced");
  if (category) lifted = lifted.where("category", "=", category);
  await lifted.execute();
}

import { SEALED_KIND } from "./mail-queue.server";
import type { ScopeTx, SystemTx } from "./scope.server";

interface OfMail {
  schoolId: string;
  mailId: string;
}

/** A mail of the school that reached nobody, or of which nobody knows; undefined for every other one. */
export function findUnreachedMail(tx: ScopeTx, { schoolId, mailId }: OfMail) {
  return tx
    .selectFrom("mails")
    .select([
      "id",
      "kind",
      "category",
      "district_id",
      "dedupe_key",
      "state",
      "arrival",
      "last_error",
      "recipient_language",
      "recipient_person_id",
      "recipient_mentor_id",
      "created_at",
      "sent_at",
      "wiped_at",
    ])
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .where("kind", "<>", SEALED_KIND)
    .where((eb) =>
      eb.or([
        eb("arrival", "in", ["returned", "bounced", "complained"]),
        eb.and([eb("arrival", "is", null), eb("state", "in", ["failed", "suppressed", "needs_person"])]),
      ]),
    )
    .executeTakeFirst();
}

export type UnreachedMail = NonNullable<Awaited<ReturnType<typeof findUnreachedMail>>>;

/**
 * The newest invitation of somebody who was introduced, when it reached nobody or nobody knows. Undefined when it is on its way or
 * has arrived, whatever became of an earlier one.
 */
export async function findUnreachedInvitation(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
) {
  const key = `introduction-invitation:${introductionId}`;
  const newest = await tx
    .selectFrom("mails")
    .select("id")
    .where("school_id", "=", schoolId)
    .where((eb) => eb.or([eb("dedupe_key", "=", key), eb("dedupe_key", "like", `${key}:again:%`)]))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return newest && findUnreachedMail(tx, { schoolId, mailId: newest.id });
}

/** Locks a mail until the transaction ends: either it is tried again, or its copy goes out. Undefined when there is none. */
export function lockUnreachedMail(tx: ScopeTx, { schoolId, mailId }: OfMail) {
  return tx
    .selectFrom("mails")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .where("kind", "<>", SEALED_KIND)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Whether a mail has gone out a second time. */
export async function hasBeenSentAgain(tx: ScopeTx, { schoolId, mailId }: OfMail): Promise<boolean> {
  const row = await tx
    .selectFrom("mails")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("dedupe_key", "like", `%:again:${mailId}`)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a mail says and where it went, but for alerts of sealed reports. Read it through no other door: its links act for whoever has them. */
export function findMailWords(tx: SystemTx, { schoolId, mailId }: OfMail) {
  return tx
    .selectFrom("mails")
    .select(["kind", "props", "recipient_mail as address", "wiped_at"])
    .where("school_id", "=", schoolId)
    .where("id", "=", mailId)
    .where("kind", "<>", SEALED_KIND)
    .executeTakeFirst();
}

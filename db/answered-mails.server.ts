import type { ScopeTx } from "./scope.server";

/** A mail of the school that somebody answers, by its key, with to whom it was; undefined when it was deleted. */
export function findAnsweredMail(tx: ScopeTx, { schoolId, mailKey }: { schoolId: string; mailKey: string }) {
  return tx
    .selectFrom("mails")
    .select(["id", "kind", "dedupe_key", "day_at", "recipient_person_id", "recipient_mentor_id", "recipient_language"])
    .where("school_id", "=", schoolId)
    .where("dedupe_key", "=", mailKey)
    .executeTakeFirst();
}

export type AnsweredMail = NonNullable<Awaited<ReturnType<typeof findAnsweredMail>>>;

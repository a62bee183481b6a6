import { sql } from "kysely";
import type { SystemTx } from "./scope.server";

const addressed = (to: string) => sql<boolean>`strpos(lower(recipient_mail), ${to.toLowerCase()}) > 0`;

/** One page of all mail, newest first; `to` is a part of the recipient's address, or empty. */
export function listMailbox(tx: SystemTx, { to, limit, offset }: { to: string; limit: number; offset: number }) {
  return tx
    .selectFrom("mails")
    .select(["id", "recipient_mail", "frozen_subject", "kind", "state", "created_at", "sent_at", "wiped_at"])
    .$if(to !== "", (query) => query.where(addressed(to)))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countMailbox(tx: SystemTx, { to }: { to: string }): Promise<number> {
  const { count } = await tx
    .selectFrom("mails")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .$if(to !== "", (query) => query.where(addressed(to)))
    .executeTakeFirstOrThrow();
  return count;
}

/** Everything about one mail, with its body. */
export function findMailInMailbox(tx: SystemTx, mailId: string) {
  return tx.selectFrom("mails").selectAll().where("id", "=", mailId).executeTakeFirst();
}

/** To whom a mail went, and which school it is from. */
export function findMailToStop(tx: SystemTx, mailId: string) {
  return tx
    .selectFrom("mails as m")
    .leftJoin("schools as s", "s.id", "m.school_id")
    .select([
      "m.recipient_mail",
      "m.recipient_hash",
      "m.recipient_person_id",
      "m.recipient_mentor_id",
      "m.category",
      "m.dedupe_key",
      "m.school_id",
      "m.district_id",
      "s.name as school_name",
      "s.help_name",
      "s.help_phone",
    ])
    .where("m.id", "=", mailId)
    .executeTakeFirst();
}

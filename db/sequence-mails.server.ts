import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface SequenceMail {
  schoolId: string;
  outreachMailId: string;
  enrolmentId: string;
  position: number;
  mailKey: string;
  now: Date;
}

/** Notes which mail a step was to somebody. Throws when the step went out before. */
export async function insertSequenceMail(tx: ScopeTx, mail: SequenceMail): Promise<void> {
  await tx
    .insertInto("sequence_mails")
    .values({
      school_id: mail.schoolId,
      id: mail.outreachMailId,
      enrolment_id: mail.enrolmentId,
      position: mail.position,
      mail_key: mail.mailKey,
      promised_at: mail.now.toISOString(),
    })
    .execute();
}

/** What was promised at some places of a sequence, with the hash of the contact's address. */
export function listPromised(
  tx: ScopeTx,
  { schoolId, enrolmentIds }: { schoolId: string; enrolmentIds: readonly string[] },
): Promise<
  { enrolmentId: string; position: number; mailKey: string; addressHash: Buffer | null; promisedAt: string }[]
> {
  if (enrolmentIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom("sequence_mails as x")
    .innerJoin("mails as m", (join) =>
      join.onRef("m.school_id", "=", "x.school_id").onRef("m.dedupe_key", "=", "x.mail_key"),
    )
    .innerJoin("sequence_contacts as e", (join) =>
      join.onRef("e.school_id", "=", "x.school_id").onRef("e.id", "=", "x.enrolment_id"),
    )
    .innerJoin("contacts as c", (join) =>
      join.onRef("c.school_id", "=", "e.school_id").onRef("c.id", "=", "e.contact_id"),
    )
    .select(["x.enrolment_id as enrolmentId", "x.position", "x.mail_key as mailKey", "c.address_hash as addressHash"])
    .select("x.promised_at as promisedAt")
    .where("x.school_id", "=", schoolId)
    .where("x.enrolment_id", "in", enrolmentIds)
    .where("m.state", "in", ["queued", "claimed"])
    .orderBy("x.id")
    .execute();
}

/** Takes back what was never sent: the step is to come again, nobody was written to, and the cap does not count it. */
export async function deleteUnsent(
  tx: ScopeTx,
  {
    schoolId,
    districtId,
    mailKey,
    addressHash,
    promisedAt,
  }: {
    schoolId: string;
    districtId: string;
    mailKey: string;
    addressHash: Buffer | null;
    promisedAt: string;
  },
): Promise<void> {
  await tx.deleteFrom("sequence_mails").where("school_id", "=", schoolId).where("mail_key", "=", mailKey).execute();
  await tx.deleteFrom("outreach_mails").where("school_id", "=", schoolId).where("mail_key", "=", mailKey).execute();
  await tx
    .deleteFrom("outreach_addresses")
    .where("district_id", "=", districtId)
    .where("address_hash", "=", addressHash)
    .where("written_at", "=", promisedAt)
    .execute();
}

/** Whether a mail of a sequence may still leave: the sequence runs, and nothing has stopped its contact. Undefined of a mail of no sequence. */
export async function findWhetherDue(
  tx: ScopeTx,
  { schoolId, mailKey }: { schoolId: string; mailKey: string },
): Promise<boolean | undefined> {
  const { rows } = await sql<{ due: boolean }>`select s.state = 'running' and c.stop is null as due
    from sequence_mails x
    join sequence_contacts c on c.school_id = x.school_id and c.id = x.enrolment_id
    join sequences s on s.school_id = c.school_id and s.id = c.sequence_id
    where x.school_id = ${schoolId} and x.mail_key = ${mailKey}`.execute(tx);
  return rows[0]?.due;
}

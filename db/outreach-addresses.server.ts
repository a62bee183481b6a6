import { sql } from "kysely";
import { hashAddress } from "./mails.server";
import type { ScopeTx } from "./scope.server";

interface Address {
  districtId: string;
  mail: string;
}

/** Lets nobody else in the district write to the address until the transaction ends, so that the cap holds at any moment. */
export async function lockOutreachTo(tx: ScopeTx, { districtId, mail }: Address): Promise<void> {
  const name = `outreach:${districtId}:${hashAddress(mail).toString("hex")}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** When outreach of any school of the district wrote to the address since an instant, the newest first. */
export async function listOutreachTo(
  tx: ScopeTx,
  { districtId, mail, since }: Address & { since: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("outreach_addresses")
    .select("written_at")
    .where("district_id", "=", districtId)
    .where("address_hash", "=", hashAddress(mail))
    .where("written_at", ">", since.toISOString())
    .orderBy("written_at", "desc")
    .execute();
  return rows.map(({ written_at }) => written_at);
}

/** Whether another school of the district keeps the address and was answered: which one, and who it is, stays theirs. */
export async function isAnsweredElsewhere(tx: ScopeTx, { mail }: Pick<Address, "mail">): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select app.is_answered_elsewhere(${hashAddress(mail)}) as "is"`.execute(
    tx,
  );
  return rows[0]?.is === true;
}

/** Notes that outreach writes to the address now. */
export async function insertOutreachTo(tx: ScopeTx, { districtId, mail, now }: Address & { now: Date }): Promise<void> {
  await tx
    .insertInto("outreach_addresses")
    .values({ district_id: districtId, address_hash: hashAddress(mail), written_at: now.toISOString() })
    .execute();
}

import { hashAddress } from "./mails.server";
import type { ScopeTx } from "./scope.server";

interface Address {
  districtId: string;
  mail: string;
}

/** Notes that an address of the district is invited now; answers false when it was before, by whichever school. */
export async function claimInvitation(
  tx: ScopeTx,
  { districtId, mail, now }: Address & { now: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto("invited_addresses")
    .values({ district_id: districtId, address_hash: hashAddress(mail), invited_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** True when some school of the district has invited the address before. */
export async function hasBeenInvited(tx: ScopeTx, { districtId, mail }: Address): Promise<boolean> {
  const row = await tx
    .selectFrom("invited_addresses")
    .select("invited_at")
    .where("district_id", "=", districtId)
    .where("address_hash", "=", hashAddress(mail))
    .executeTakeFirst();
  return row !== undefined;
}

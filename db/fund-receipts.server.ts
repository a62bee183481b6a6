import { sql } from "kysely";
import type { Picture } from "~/domain/picture/read-picture";
import type { ScopeTx } from "./scope.server";

interface OfAllocation {
  schoolId: string;
  allocationId: string;
}
interface OneReceipt {
  schoolId: string;
  receiptId: string;
}

/** Keeps a picture with a need; the same one a second time changes nothing. The caller holds the need's lock. */
export async function insertReceipt(
  tx: ScopeTx,
  { schoolId, allocationId, picture, by, now }: OfAllocation & { picture: Picture; by: string; now: Date },
): Promise<void> {
  await tx
    .insertInto("fund_receipts")
    .values({
      school_id: schoolId,
      allocation_id: allocationId,
      kind: picture.kind,
      content: Buffer.from(picture.content),
      added_by: by,
      added_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "allocation_id", "digest"]).doNothing())
    .execute();
}

export interface Receipt {
  id: string;
  allocationId: string;
  addedAt: string;
}

/** The receipts of needs, the oldest first, without their pictures. */
export function listReceipts(
  tx: ScopeTx,
  { schoolId, allocationIds }: { schoolId: string; allocationIds: readonly string[] },
): Promise<Receipt[]> {
  return tx
    .selectFrom("fund_receipts")
    .select(["id", "allocation_id as allocationId", "added_at as addedAt"])
    .where("school_id", "=", schoolId)
    .where("allocation_id", "=", sql<string>`any(${[...allocationIds]}::uuid[])`)
    .orderBy("id")
    .execute();
}

/** One picture, or undefined. */
export function findReceipt(tx: ScopeTx, { schoolId, receiptId }: OneReceipt) {
  return tx
    .selectFrom("fund_receipts")
    .select(["kind", "content", "allocation_id"])
    .where("school_id", "=", schoolId)
    .where("id", "=", receiptId)
    .executeTakeFirst();
}

/** Takes a picture away; answers the need it was kept with, or undefined when there is none. */
export async function deleteReceipt(tx: ScopeTx, { schoolId, receiptId }: OneReceipt): Promise<string | undefined> {
  const row = await tx
    .deleteFrom("fund_receipts")
    .where("school_id", "=", schoolId)
    .where("id", "=", receiptId)
    .returning("allocation_id")
    .executeTakeFirst();
  return row?.allocation_id;
}

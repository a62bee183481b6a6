import type { ScopeTx } from "./scope.server";

interface Pause {
  schoolId: string;
  listingId: string;
}

/** The listings that a school's plans leave out, with who said so and why. */
export function listPlanPauses(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("plan_pauses as pp")
    .leftJoin("people as by", (join) =>
      join.onRef("by.school_id", "=", "pp.school_id").onRef("by.id", "=", "pp.paused_by"),
    )
    .select(["pp.listing_id", "pp.reason", "pp.paused_by", "pp.paused_at", "by.name_used as paused_by_name"])
    .where("pp.school_id", "=", schoolId)
    .orderBy("pp.listing_id")
    .execute();
}

/** Since when plans leave the listing out; undefined when they do not. */
export async function findPlanPause(tx: ScopeTx, { schoolId, listingId }: Pause): Promise<string | undefined> {
  const row = await tx
    .selectFrom("plan_pauses")
    .select("paused_at")
    .where("school_id", "=", schoolId)
    .where("listing_id", "=", listingId)
    .executeTakeFirst();
  return row?.paused_at;
}

/** Answers false when plans leave the listing out already. */
export async function insertPlanPause(
  tx: ScopeTx,
  pause: Pause & { reason: string; by: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .insertInto("plan_pauses")
    .values({
      school_id: pause.schoolId,
      listing_id: pause.listingId,
      reason: pause.reason,
      paused_by: pause.by,
      paused_at: pause.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Answers false when plans did not leave the listing out. */
export async function deletePlanPause(tx: ScopeTx, { schoolId, listingId }: Pause): Promise<boolean> {
  const result = await tx
    .deleteFrom("plan_pauses")
    .where("school_id", "=", schoolId)
    .where("listing_id", "=", listingId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

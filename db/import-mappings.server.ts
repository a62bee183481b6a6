import type { ImportMapping } from "./imports.server";
import type { ScopeTx } from "./scope.server";

/** How the school last read a file with these columns. */
export async function findRememberedMapping(
  tx: ScopeTx,
  { schoolId, headerKeys }: { schoolId: string; headerKeys: readonly string[] },
): Promise<ImportMapping | undefined> {
  const row = await tx
    .selectFrom("import_mappings")
    .select("mapping")
    .where("school_id", "=", schoolId)
    .where("header_key", "in", [...headerKeys])
    .orderBy("updated_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (row.mapping as unknown as ImportMapping);
}

export async function rememberMapping(
  tx: ScopeTx,
  kept: { schoolId: string; headerKey: string; mapping: ImportMapping; now: Date },
): Promise<void> {
  const mapping = { mapping: JSON.stringify(kept.mapping), updated_at: kept.now.toISOString() };
  await tx
    .insertInto("import_mappings")
    .values({ school_id: kept.schoolId, header_key: kept.headerKey, ...mapping })
    .onConflict((conflict) => conflict.columns(["school_id", "header_key"]).doUpdateSet(mapping))
    .execute();
}

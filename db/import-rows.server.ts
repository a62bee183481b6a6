import type { RowNote } from "~/domain/imports/row-note";
import type { ScopeTx } from "./scope.server";

interface ImportKey {
  schoolId: string;
  importId: string;
}

export interface ImportRowResult {
  rowNo: number;
  outcome: "added" | "changed" | "unchanged" | "rejected";
  reasons: RowNote[];
  warnings: RowNote[];
  /** Cells of a rejected row as they came. */
  raw: readonly string[] | null;
  /** What the row became: a placement, somebody of the school, or a contact. */
  placementId: string | null;
  personId: string | null;
  contactId: string | null;
}

export async function insertImportRows(
  tx: ScopeTx,
  batch: ImportKey & { districtId: string; rows: readonly ImportRowResult[] },
): Promise<void> {
  if (batch.rows.length === 0) return;
  await tx
    .insertInto("import_rows")
    .values(
      batch.rows.map((row) => ({
        school_id: batch.schoolId,
        import_id: batch.importId,
        district_id: batch.districtId,
        row_no: row.rowNo,
        outcome: row.outcome,
        reasons: JSON.stringify(row.reasons),
        warnings: JSON.stringify(row.warnings),
        raw: row.raw && JSON.stringify(row.raw),
        placement_id: row.placementId,
        person_id: row.personId,
        contact_id: row.contactId,
      })),
    )
    .execute();
}

export async function listRejectedRows(
  tx: ScopeTx,
  { schoolId, importId }: ImportKey,
): Promise<{ rowNo: number; cells: string[]; reasons: RowNote[] }[]> {
  const rows = await tx
    .selectFrom("import_rows")
    .select(["row_no", "raw", "reasons"])
    .where("school_id", "=", schoolId)
    .where("import_id", "=", importId)
    .where("outcome", "=", "rejected")
    .orderBy("row_no")
    .execute();
  return rows.map((row) => ({
    rowNo: row.row_no,
    cells: row.raw as string[],
    reasons: row.reasons as unknown as RowNote[],
  }));
}

/** Listings of the placements of one upload that still wait for review, in the order of the file. */
export async function listImportedListingsInReview(tx: ScopeTx, { schoolId, importId }: ImportKey): Promise<string[]> {
  const rows = await tx
    .selectFrom("import_rows as r")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "r.school_id").onRef("l.placement_id", "=", "r.placement_id"),
    )
    .select("l.id")
    .where("r.school_id", "=", schoolId)
    .where("r.import_id", "=", importId)
    .where("l.state", "=", "in_review")
    .orderBy("r.row_no")
    .execute();
  return rows.map((row) => row.id);
}

import type { ScanNoun, ScanOf } from "~/domain/acting/scan";
import type { Picture } from "~/domain/picture/read-picture";
import type { ScopeTx } from "./scope.server";

interface Scanned {
  schoolId: string;
  of: ScanOf;
}
interface OneScan extends Scanned {
  scanId: string;
}

const COLUMNS = {
  consent: "consent_id",
  pursuit: "pursuit_id",
  introduction: "introduction_id",
} as const satisfies Record<ScanNoun, string>;

/** Keeps a picture with what it proves; the same one a second time changes nothing. The caller holds the lock of that thing. */
export async function insertScan(
  tx: ScopeTx,
  { schoolId, of, picture, by, now }: Scanned & { picture: Picture; by: string; now: Date },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("scans")
    .values({
      school_id: schoolId,
      [COLUMNS[of.noun]]: of.id,
      kind: picture.kind,
      content: Buffer.from(picture.content),
      added_by: by,
      added_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export interface Scan {
  id: string;
  addedAt: string;
  /** Null for somebody who is not one of the school's people any more. */
  addedBy: string | null;
}

/** The scans kept with one thing, the oldest first, without their pictures. */
export function listScans(tx: ScopeTx, { schoolId, of }: Scanned): Promise<Scan[]> {
  return tx
    .selectFrom("scans as s")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "s.school_id").onRef("p.id", "=", "s.added_by"))
    .select(["s.id", "s.added_at as addedAt", "p.full_name as addedBy"])
    .where("s.school_id", "=", schoolId)
    .where(`s.${COLUMNS[of.noun]}`, "=", of.id)
    .orderBy("s.id")
    .execute();
}

/** How many are kept with one thing. */
export async function countScans(tx: ScopeTx, { schoolId, of }: Scanned): Promise<number> {
  const { count } = await tx
    .selectFrom("scans")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("school_id", "=", schoolId)
    .where(COLUMNS[of.noun], "=", of.id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One picture of those kept with a thing, or undefined. */
export function findScan(tx: ScopeTx, { schoolId, of, scanId }: OneScan) {
  return tx
    .selectFrom("scans")
    .select(["kind", "content"])
    .where("school_id", "=", schoolId)
    .where(COLUMNS[of.noun], "=", of.id)
    .where("id", "=", scanId)
    .executeTakeFirst();
}

/** Takes a picture away; answers whether there was one. */
export async function deleteScan(tx: ScopeTx, { schoolId, of, scanId }: OneScan): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("scans")
    .where("school_id", "=", schoolId)
    .where(COLUMNS[of.noun], "=", of.id)
    .where("id", "=", scanId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes away every scan of one thing. */
export async function deleteScansOf(tx: ScopeTx, { schoolId, of }: Scanned): Promise<void> {
  await tx.deleteFrom("scans").where("school_id", "=", schoolId).where(COLUMNS[of.noun], "=", of.id).execute();
}

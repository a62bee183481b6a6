import type { ScopeTx } from "./scope.server";

interface OfContact {
  schoolId: string;
  contactId: string;
}

export interface ContactImport extends OfContact {
  importId: string;
  fileName: string;
  /** Civil date at the school. */
  on: string;
  /** Who of the school brought the file in; null for a command of the operator. */
  broughtBy: string | null;
}

/** Keeps that a file said something of a contact; a file counts once. */
export async function insertContactImport(tx: ScopeTx, from: ContactImport): Promise<void> {
  await tx
    .insertInto("contact_imports")
    .values({
      school_id: from.schoolId,
      contact_id: from.contactId,
      import_id: from.importId,
      file_name: from.fileName,
      brought_on: from.on,
      brought_by: from.broughtBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The files that said something of a contact, the first of them first, with who brought each in. */
export async function listContactImports(
  tx: ScopeTx,
  { schoolId, contactId }: OfContact,
): Promise<{ importId: string; fileName: string; on: string; broughtBy: string | null }[]> {
  const rows = await tx
    .selectFrom("contact_imports as f")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "f.school_id").onRef("p.id", "=", "f.brought_by"))
    .select(["f.import_id", "f.file_name", "f.brought_on", "p.full_name"])
    .where("f.school_id", "=", schoolId)
    .where("f.contact_id", "=", contactId)
    .orderBy("f.brought_on")
    .orderBy("f.import_id")
    .execute();
  return rows.map((row) => ({
    importId: row.import_id,
    fileName: row.file_name,
    on: row.brought_on,
    broughtBy: row.full_name,
  }));
}

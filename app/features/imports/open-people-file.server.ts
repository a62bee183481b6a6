import type { StaffActor, SystemActor } from "~/domain/actor";
import { faultsOfMapping } from "~/domain/imports/columns-of-kind";
import type { ImportKind } from "~/domain/imports/kind";
import { done, type Outcome, refused } from "~/domain/outcome";
import { civilDateIn } from "~/domain/time";
import { findImport, getImportContent, type ImportRecord } from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { readTable, type Table } from "./read-table.server";

interface OpenFile {
  upload: ImportRecord;
  table: Table;
  /** Today at the school. */
  today: string;
}

/** A file of people of one kind that waits for a yes, with its columns chosen. */
export async function openPeopleFile(
  tx: ScopeTx,
  { schoolId }: StaffActor | SystemActor,
  { importId, kind, now }: { importId: string; kind: ImportKind; now: Date },
): Promise<Outcome<OpenFile, "not_found" | "column_needed">> {
  const key = { schoolId, importId };
  const upload = await findImport(tx, key);
  if (upload?.kind !== kind || upload.state !== "uploaded") return refused("not_found");
  if (faultsOfMapping(kind, upload.mapping, upload.headers.length).length > 0) return refused("column_needed");
  const table = await readTable(await getImportContent(tx, key));
  if (!table.ok) throw new Error(`import ${importId} could be read once and cannot any more: ${table.reason}`);
  const today = civilDateIn((await getSchool(tx, schoolId)).time_zone, now.toISOString());
  return done({ upload, table: table.value, today });
}

import type { StaffActor, SystemActor } from "~/domain/actor";
import { BATCH_ROWS } from "~/domain/imports/limits";
import type { ImportRowResult } from "~db/import-rows.server";
import { type ImportRecord, lockDistrictForImport } from "~db/imports.server";
import type { ScopeTx } from "~db/scope.server";
import { judgeContacts } from "./judge-contacts.server";
import { judgeGuardians } from "./judge-guardians.server";
import { judgeRows } from "./judge-rows.server";
import { judgeStudents } from "./judge-students.server";
import type { Table } from "./read-table.server";
import { writeBatch } from "./write-batch.server";
import { writeContacts } from "./write-contacts.server";
import { writeGuardians } from "./write-guardians.server";
import { writeStudents } from "./write-students.server";

export interface PreparedRows {
  count: number;
  /** Writes the batch after as many rows as the upload has behind it, one import at a time in what it writes into. */
  writeNext(
    tx: ScopeTx,
    by: { actor: StaffActor | SystemActor; now: Date },
    upload: ImportRecord,
  ): Promise<ImportRowResult[]>;
}

/** The rows of a file, judged, with the way in which its kind is written. `today` is the school's civil date. */
export async function prepareRows(
  table: Table,
  { upload, today }: { upload: ImportRecord; today: string },
): Promise<PreparedRows> {
  const { kind, mapping } = upload;
  if (kind === "students") {
    const { rows, repeatedMails } = await judgeStudents(table, { mapping, today });
    return {
      count: rows.length,
      writeNext: (tx, by, { progress }) =>
        writeStudents(tx, by, { rows: rows.slice(progress, progress + BATCH_ROWS), repeatedMails }),
    };
  }
  if (kind === "contacts") {
    const rows = await judgeContacts(table, mapping);
    return {
      count: rows.length,
      writeNext: (tx, by, upload) =>
        writeContacts(tx, by, { upload, rows: rows.slice(upload.progress, upload.progress + BATCH_ROWS) }),
    };
  }
  if (kind === "guardians") {
    const { rows, repeatedMails } = await judgeGuardians(table, { mapping });
    return {
      count: rows.length,
      writeNext: (tx, by, { progress }) =>
        writeGuardians(tx, by, { rows: rows.slice(progress, progress + BATCH_ROWS), repeatedMails }),
    };
  }
  const judged = await judgeRows(table, { mapping, today });
  return {
    count: judged.length,
    async writeNext(tx, by, { progress, ...rest }) {
      await lockDistrictForImport(tx, by.actor.districtId);
      const rows = judged.slice(progress, progress + BATCH_ROWS);
      return writeBatch(tx, by, { upload: { ...rest, progress }, rows });
    },
  };
}

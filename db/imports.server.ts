import { sql } from "kysely";
import type { FileMapping } from "~/domain/imports/columns-of-kind";
import type { ImportKind } from "~/domain/imports/kind";
import type { ImportState } from "~/domain/imports/lifecycle";
import type { ScopeTx } from "./scope.server";

export type ImportMapping = FileMapping;

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Rows that came in and still have something to look at. */
  warned: number;
}

export interface NewImport {
  schoolId: string;
  districtId: string;
  kind: ImportKind;
  createdBy: string | null;
  fileName: string;
  fileHash: string;
  content: Buffer;
  headers: readonly string[];
  headerKey: string;
  rowCount: number;
  mapping: ImportMapping;
  mappingRemembered: boolean;
  now: Date;
}

export async function insertImport(tx: ScopeTx, upload: NewImport): Promise<string> {
  const { id } = await tx
    .insertInto("imports")
    .values({
      school_id: upload.schoolId,
      district_id: upload.districtId,
      kind: upload.kind,
      created_by: upload.createdBy,
      file_name: upload.fileName,
      file_hash: upload.fileHash,
      content: upload.content,
      headers: JSON.stringify(upload.headers),
      header_key: upload.headerKey,
      row_count: upload.rowCount,
      mapping: JSON.stringify(upload.mapping),
      mapping_remembered: upload.mappingRemembered,
      created_at: upload.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

interface ImportKey {
  schoolId: string;
  importId: string;
}

const SHOWN = [
  "id",
  "kind",
  "confirmed_by",
  "is_whole",
  "started_at",
  "file_name",
  "headers",
  "header_key",
  "row_count",
  "state",
  "mapping",
  "mapping_chosen",
  "mapping_remembered",
  "progress",
  "counts",
  "created_at",
  "moved_at",
  "finished_at",
] as const;

/** What is known of an upload besides the file itself. */
export interface ImportRecord {
  id: string;
  kind: ImportKind;
  /** Who of the school said that the rows come in. */
  confirmedBy: string | null;
  /** They said that the file is the whole list of the school's students. */
  isWhole: boolean;
  /** When the worker began to write rows. */
  startedAt: string | null;
  fileName: string;
  headers: string[];
  headerKey: string;
  rowCount: number;
  state: ImportState;
  mapping: ImportMapping;
  mappingChosen: boolean;
  /** The mapping it began with was chosen for an earlier file with the same columns, not guessed. */
  mappingRemembered: boolean;
  /** Rows read so far. */
  progress: number;
  counts: ImportCounts;
  createdAt: string;
  /** When the last batch was written. */
  movedAt: string | null;
  finishedAt: string | null;
}

export async function findImport(tx: ScopeTx, { schoolId, importId }: ImportKey): Promise<ImportRecord | undefined> {
  const row = await selectImports(tx, schoolId).where("id", "=", importId).executeTakeFirst();
  return row && toRecord(row);
}

/** Locks an upload for this transaction: two workers that got the same job take turns batch by batch. */
export async function lockImport(tx: ScopeTx, { schoolId, importId }: ImportKey): Promise<ImportRecord | undefined> {
  const row = await selectImports(tx, schoolId).where("id", "=", importId).forUpdate().executeTakeFirst();
  return row && toRecord(row);
}

/** The school's uploads, the newest first. */
export async function listImports(
  tx: ScopeTx,
  { schoolId, limit }: { schoolId: string; limit: number },
): Promise<ImportRecord[]> {
  const rows = await selectImports(tx, schoolId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

export async function getImportContent(tx: ScopeTx, { schoolId, importId }: ImportKey): Promise<Buffer> {
  const row = await tx
    .selectFrom("imports")
    .select("content")
    .where("school_id", "=", schoolId)
    .where("id", "=", importId)
    .executeTakeFirstOrThrow();
  return row.content;
}

function selectImports(tx: ScopeTx, schoolId: string) {
  return tx.selectFrom("imports").select(SHOWN).where("school_id", "=", schoolId);
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof selectImports>["executeTakeFirstOrThrow"]>>;

function toRecord(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    confirmedBy: row.confirmed_by,
    isWhole: row.is_whole,
    startedAt: row.started_at,
    fileName: row.file_name,
    headers: row.headers as string[],
    headerKey: row.header_key,
    rowCount: row.row_count,
    state: row.state as ImportState,
    mapping: row.mapping as unknown as ImportMapping,
    mappingChosen: row.mapping_chosen,
    mappingRemembered: row.mapping_remembered,
    progress: row.progress,
    counts: row.counts as unknown as ImportCounts,
    createdAt: row.created_at,
    movedAt: row.moved_at,
    finishedAt: row.finished_at,
  };
}

export async function updateImportMapping(
  tx: ScopeTx,
  { schoolId, importId, mapping }: ImportKey & { mapping: ImportMapping },
): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ mapping: JSON.stringify(mapping), mapping_chosen: true })
    .where("school_id", "=", schoolId)
    .where("id", "=", importId)
    .execute();
}

/** Moves progress with the rows that were just written, and keeps the running counts. */
export async function moveProgress(
  tx: ScopeTx,
  moved: ImportKey & { progress: number; counts: ImportCounts; now: Date },
): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ progress: moved.progress, counts: JSON.stringify(moved.counts), moved_at: moved.now.toISOString() })
    .where("school_id", "=", moved.schoolId)
    .where("id", "=", moved.importId)
    .execute();
}

/** Empties an upload that nothing is read from any more. */
export async function forgetContent(tx: ScopeTx, { schoolId, importId }: ImportKey): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ content: Buffer.alloc(0) })
    .where("school_id", "=", schoolId)
    .where("id", "=", importId)
    .execute();
}

/** Files of people from before that moment whose rows nobody has said come in. */
export async function listUnconfirmedPeopleFiles(
  tx: ScopeTx,
  { schoolId, before }: { schoolId: string; before: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("imports")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("state", "=", "uploaded")
    .where("kind", "<>", "placements")
    .where("created_at", "<", before.toISOString())
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Deletes uploads from before that moment, their rows with them; answers how many. */
export async function deleteImportsBefore(
  tx: ScopeTx,
  { schoolId, before }: { schoolId: string; before: Date },
): Promise<number> {
  const result = await tx
    .deleteFrom("imports")
    .where("school_id", "=", schoolId)
    .where("created_at", "<", before.toISOString())
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** One import at a time writes into a district: organisations and sites are looked up before they are made. */
export async function lockDistrictForImport(tx: ScopeTx, districtId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${districtId}`}, 0))`.execute(tx);
}

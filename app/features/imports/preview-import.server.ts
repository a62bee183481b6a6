import type { Actor } from "~/domain/actor";
import { faultsOfMapping } from "~/domain/imports/columns-of-kind";
import { PREVIEW_ROWS } from "~/domain/imports/limits";
import { mayImport } from "~/domain/imports/policy";
import type { RowNote } from "~/domain/imports/row-note";
import { done, type Outcome, refused } from "~/domain/outcome";
import { civilDateIn } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { findImport, getImportContent } from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type JudgedRow, judgeRows } from "./judge-rows.server";
import { readTable } from "./read-table.server";

export interface PreviewRow {
  rowNo: number;
  isRejected: boolean;
  /** What stands in the row, also of a rejected one, so that a person finds it. */
  title: string;
  organisation: string;
  notes: RowNote[];
}

export interface ImportPreview {
  counts: { total: number; ready: number; warned: number; rejected: number };
  /** How many rows carry each reason or warning, the most frequent first. */
  byNote: { code: RowNote["code"]; rows: number }[];
  /** The first rows of the file, then rejected ones from further down. */
  rows: PreviewRow[];
}

/** Reads the whole file of opportunities with the chosen columns and says of every row what would become of it. Nothing is written. */
export async function previewImport(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<ImportPreview, "not_permitted" | "not_found" | "column_needed">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  const found = await withScope(wiring, actor, async (tx) => {
    const upload = await findImport(tx, key);
    if (upload?.kind !== "placements") return null;
    const school = await getSchool(tx, actor.schoolId);
    return { upload, content: await getImportContent(tx, key), timeZone: school.time_zone };
  });
  if (!found) return refused("not_found");
  const { upload, content, timeZone } = found;
  if (faultsOfMapping(upload.kind, upload.mapping, upload.headers.length).length > 0) return refused("column_needed");
  const table = await readTable(content);
  if (!table.ok) throw new Error(`import ${importId} could be read once and cannot any more: ${table.reason}`);
  const today = civilDateIn(timeZone, wiring.clock.now().toISOString());
  const judged = await judgeRows(table.value, { mapping: upload.mapping, today });
  return done(summarise(judged, upload.mapping.columns));
}

function summarise(judged: readonly JudgedRow[], columns: { title?: number; organisation?: number }): ImportPreview {
  const rejected = judged.filter((row) => !row.verdict.ok);
  const warned = judged.filter((row) => row.verdict.ok && row.verdict.warnings.length > 0);
  const perCode = new Map<RowNote["code"], number>();
  for (const row of judged)
    for (const code of new Set(notesOf(row).map((note) => note.code))) perCode.set(code, (perCode.get(code) ?? 0) + 1);
  const first = judged.slice(0, PREVIEW_ROWS);
  const further = rejected.filter((row) => !first.includes(row)).slice(0, PREVIEW_ROWS);
  return {
    counts: {
      total: judged.length,
      ready: judged.length - rejected.length,
      warned: warned.length,
      rejected: rejected.length,
    },
    byNote: [...perCode].map(([code, rows]) => ({ code, rows })).sort((one, other) => other.rows - one.rows),
    rows: [...first, ...further].map((row) => ({
      rowNo: row.rowNo,
      isRejected: !row.verdict.ok,
      title: row.verdict.ok ? row.verdict.placement.title : cellOf(row, columns.title),
      organisation: row.verdict.ok ? row.verdict.placement.organisation : cellOf(row, columns.organisation),
      notes: notesOf(row),
    })),
  };
}

const notesOf = ({ verdict }: JudgedRow): RowNote[] => (verdict.ok ? verdict.warnings : verdict.reasons);

const cellOf = ({ cells }: JudgedRow, column: number | undefined) =>
  column === undefined ? "" : (cells[column] ?? "").trim().slice(0, 120);

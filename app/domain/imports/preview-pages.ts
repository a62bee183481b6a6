import { pageSlice } from "../page-slice";
import { PREVIEW_ROWS } from "./limits";
import type { NoteCode, RowNote } from "./row-note";
import { ROW_OUTCOMES, type RowOutcome } from "./row-outcome";

interface PlannedRow {
  outcome: RowOutcome;
  notes: readonly RowNote[];
}

/** Which rows of a preview are looked at. */
export interface WantedRows {
  importId: string;
  /** The first outcome that has rows, unless it is said. */
  show?: RowOutcome | undefined;
  page?: number;
  missingPage?: number;
}

export interface PreviewPage<Row> {
  counts: Record<RowOutcome | "total" | "warned", number>;
  /** How many rows carry each reason or warning, the most frequent first. */
  byNote: { code: NoteCode; rows: number }[];
  /** One page of the rows of one outcome, in the order of the file. */
  show: RowOutcome;
  rows: Row[];
  page: number;
  pages: number;
}

/** What becomes of a whole file in numbers, and the wanted page of its rows. */
export function previewPage<Row extends PlannedRow>(
  rows: readonly Row[],
  { show, page = 1 }: WantedRows,
): PreviewPage<Row> {
  const of = (wanted: RowOutcome) => rows.filter(({ outcome }) => outcome === wanted);
  const perCode = new Map<NoteCode, number>();
  for (const row of rows)
    for (const code of new Set(row.notes.map((note) => note.code))) perCode.set(code, (perCode.get(code) ?? 0) + 1);
  const showing = show ?? ROW_OUTCOMES.find((outcome) => of(outcome).length > 0) ?? "added";
  const { shown, ...place } = pageOf(of(showing), page);
  return {
    counts: {
      total: rows.length,
      added: of("added").length,
      changed: of("changed").length,
      unchanged: of("unchanged").length,
      rejected: of("rejected").length,
      warned: rows.filter((row) => row.outcome !== "rejected" && row.notes.length > 0).length,
    },
    byNote: [...perCode].map(([code, count]) => ({ code, rows: count })).sort((one, other) => other.rows - one.rows),
    show: showing,
    rows: shown,
    ...place,
  };
}

/** The rows of a page as long as a preview shows them. */
export function pageOf<Value>(all: readonly Value[], wanted: number) {
  const { page, pages, offset, limit } = pageSlice({ count: all.length, limit: PREVIEW_ROWS, wanted });
  return { shown: all.slice(offset, offset + limit), page, pages };
}

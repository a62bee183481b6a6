import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listImportedListingsInReview } from "~db/import-rows.server";
import { findImport as findRecord, getImportContent, type ImportRecord } from "~db/imports.server";
import { withScope } from "~db/scope.server";
import { readTable } from "./read-table.server";

/** A run writes a batch within seconds; one that has not for so long has lost its worker. */
const STALLED_AFTER_MS = 120_000;
const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

export interface ImportDetail extends ImportRecord {
  /** A few different values of each column, while columns can still be chosen. */
  samples: string[][];
  /** Listings of this file that wait for review. */
  inReview: number;
  isStalled: boolean;
}

/** One upload of the actor's school, with what its page shows in its state. */
export async function findImport(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<ImportDetail, "not_permitted" | "not_found">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  const found = await withScope(wiring, actor, async (tx) => {
    const record = await findRecord(tx, key);
    if (!record) return null;
    const listings = record.progress > 0 ? await listImportedListingsInReview(tx, key) : [];
    const content = record.state === "uploaded" ? await getImportContent(tx, key) : null;
    return { record, content, inReview: listings.length };
  });
  if (!found) return refused("not_found");
  const { record, content, inReview } = found;
  return done({
    ...record,
    samples: content ? await samplesOf(record, content) : [],
    inReview,
    isStalled: isStalled(record, wiring.clock.now()),
  });
}

function isStalled({ state, movedAt }: ImportRecord, now: Date): boolean {
  return state === "running" && movedAt !== null && now.getTime() - Date.parse(movedAt) > STALLED_AFTER_MS;
}

async function samplesOf({ headers }: ImportRecord, content: Uint8Array): Promise<string[][]> {
  const table = await readTable(content);
  const rows = table.ok ? table.value.rows : [];
  return headers.map((_, column) => {
    const values = new Set<string>();
    for (const { cells } of rows) {
      const cell = (cells[column] ?? "").replace(/\s+/g, " ").trim();
      if (cell !== "") values.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell);
      if (values.size >= SAMPLES) break;
    }
    return [...values];
  });
}

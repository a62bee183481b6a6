import type { Actor } from "~/domain/actor";
import { MOST_TRAVEL_ROWS } from "~/domain/imports/limits";
import { mayImport } from "~/domain/imports/policy";
import {
  isLeftAsEstimated,
  placeKey,
  readTravelRow,
  TRAVEL_COLUMNS,
  type TravelColumn,
  type TravelLine,
  type TravelRowFault,
} from "~/domain/imports/travel-row";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listAreas } from "~db/search-rows.server";
import { listListedSites, upsertTravelLines } from "~db/travel-times.server";
import { type FileFault, readTable } from "./read-table.server";

export type TravelImportRefusal = "not_permitted" | "columns_missing" | FileFault;

export interface TravelImport {
  taken: number;
  /** Estimates that came back as they were downloaded: they stay estimates. */
  left: number;
  rejected: { rowNo: number; reason: TravelRowFault }[];
}

const NEEDED: readonly TravelColumn[] = ["mode", "minutes"];

/**
 * Reads a school's travel table from a file. Good rows take the place of the lines before them, estimates left as they were
 * downloaded stay estimates, and bad rows come back with reasons.
 */
export async function importTravelTimes(
  wiring: Wiring,
  actor: Actor,
  upload: { content: Uint8Array },
): Promise<Outcome<TravelImport, TravelImportRefusal>> {
  if (!mayImport(actor)) return refused("not_permitted");
  const table = await readTable(upload.content, { mostRows: MOST_TRAVEL_ROWS });
  if (!table.ok) return table;
  const { headers, rows } = table.value;
  const columns = new Map(headers.map((name, at) => [name.trim().toLowerCase(), at]));
  const missing = NEEDED.filter((name) => !columns.has(name));
  if (missing.length > 0)
    return refused("columns_missing", { missing: missing.join(", "), columns: TRAVEL_COLUMNS.join(", ") });
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const known = await readKnownPlaces(tx, { schoolId, districtId });
    const lines = new Map<string, TravelLine>();
    const rejected: TravelImport["rejected"] = [];
    let left = 0;
    for (const { rowNo, cells } of rows) {
      const cell = (column: TravelColumn) => cells[columns.get(column) ?? -1] ?? "";
      if (isLeftAsEstimated(cell)) {
        left += 1;
        continue;
      }
      const read = readTravelRow(cell, known);
      if (read.ok) lines.set(keyOf(read.value), read.value);
      else rejected.push({ rowNo, reason: read.reason });
    }
    await upsertTravelLines(tx, { schoolId, districtId, lines: [...lines.values()] });
    const reason = `${lines.size} lines`;
    await recordAct(tx, {
      actor,
      noun: "travel_table",
      nounId: schoolId,
      transition: "import",
      reason,
      now: wiring.clock.now(),
    });
    return done({ taken: lines.size, left, rejected });
  });
}

/** The last of two rows about one way and arrival counts. */
const keyOf = (line: TravelLine) => [line.areaId, line.siteId, line.mode, line.arriveFrom].join(" ");

/** Areas by id and name; sites by id, and by organisation and name where only one has it. */
async function readKnownPlaces(tx: ScopeTx, { schoolId, districtId }: { schoolId: string; districtId: string }) {
  const areas = new Map<string, string>();
  for (const { id, name } of await listAreas(tx, districtId)) areas.set(placeKey(id), id).set(placeKey(name), id);
  const sites = new Map<string, { siteId: string; organisationId: string }>();
  const seen = new Set<string>();
  for (const { id, name, organisation, organisation_id: organisationId } of await listListedSites(tx, schoolId)) {
    const byName = placeKey(organisation, name);
    if (seen.has(byName)) sites.delete(byName);
    else sites.set(byName, { siteId: id, organisationId });
    seen.add(byName);
    sites.set(placeKey(id), { siteId: id, organisationId });
  }
  return { areas, sites };
}

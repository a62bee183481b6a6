import type { ImportRowResult } from "~db/import-rows.server";
import { listImportedPlacements } from "~db/imported-placements.server";
import { listAreasByPostcode } from "~db/imported-sites.server";
import type { ImportRecord } from "~db/imports.server";
import { ensureOrganisation } from "~db/organisations.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedRow } from "./judge-rows.server";
import { sourceOfRow } from "./source-of-row.server";
import { type WriteContext, writeRow } from "./write-row.server";

/** Writes a batch of rows in the caller's transaction and answers what became of each. */
export async function writeBatch(
  tx: ScopeTx,
  { actor, now }: Omit<WriteContext, "areas">,
  { upload, rows }: { upload: ImportRecord; rows: readonly JudgedRow[] },
): Promise<ImportRowResult[]> {
  const { districtId, schoolId } = actor;
  const areas = await listAreasByPostcode(tx, districtId);
  const organisations = await ensureOrganisations(tx, districtId, rows);
  const sourceKeys = rows.flatMap((row) => row.sourceKey ?? []);
  const known = sourceKeys.length > 0 ? await listImportedPlacements(tx, { districtId, schoolId, sourceKeys }) : [];
  const knownByKey = new Map(known.map((placement) => [placement.source_key, placement]));
  const results: ImportRowResult[] = [];
  for (const row of rows) {
    const { rowNo, verdict, sourceKey, cells } = row;
    if (!verdict.ok || sourceKey === null) {
      results.push({
        rowNo,
        outcome: "rejected",
        reasons: verdict.ok ? [] : verdict.reasons,
        warnings: [],
        raw: cells,
        placementId: null,
        personId: null,
        contactId: null,
      });
      continue;
    }
    const organisationId = organisations.get(verdict.placement.organisationKey);
    if (!organisationId) throw new Error(`row ${rowNo} has no organisation`);
    const source = sourceOfRow(upload, row);
    const { placement, warnings } = verdict;
    results.push(
      await writeRow(
        tx,
        { actor, areas, now },
        { rowNo, placement, warnings, source, sourceKey, organisationId, known: knownByKey.get(sourceKey) },
      ),
    );
  }
  return results;
}

/** The organisations of a batch by their key; one that is spelled in two ways is made once. */
async function ensureOrganisations(
  tx: ScopeTx,
  districtId: string,
  rows: readonly JudgedRow[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { verdict } of rows) {
    if (!verdict.ok || ids.has(verdict.placement.organisationKey)) continue;
    const { organisation: name, organisationKey: nameKey } = verdict.placement;
    const { id } = await ensureOrganisation(tx, { districtId, name, nameKey, source: "import" });
    ids.set(nameKey, id);
  }
  return ids;
}

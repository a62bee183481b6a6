import { enqueue } from "~db/jobs.server";
import { listPlacementIds } from "~db/placements.server";
import type { ScopeTx } from "~db/scope.server";

interface Found {
  districtId: string;
  organisationId: string;
  /** Placements that are another organisation's now. */
  also: readonly string[];
}

/** Has the search read placements again: they are found by the name of their organisation, which may be another one now. */
export async function findAnew(tx: ScopeTx, { districtId, organisationId, also }: Found): Promise<void> {
  const own = await listPlacementIds(tx, { districtId, organisationId });
  for (const placementId of new Set([...own, ...also]))
    await enqueue(tx, "sync-placement", { districtId, placementId });
}

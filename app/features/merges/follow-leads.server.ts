import { enqueue } from "~db/jobs.server";
import type { ScopeTx } from "~db/scope.server";

/** Has the search read places again whose lead is another one, and the gates ask anew whether everybody named there is checked. */
export async function followLeads(
  tx: ScopeTx,
  { districtId, places }: { districtId: string; places: readonly string[] },
): Promise<void> {
  for (const placementId of places) {
    await enqueue(tx, "sync-placement", { districtId, placementId });
    await enqueue(tx, "settle-clearances", { districtId, placementId });
  }
}

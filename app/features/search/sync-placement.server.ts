import type { Wiring } from "~/wiring";
import { PLACEMENTS } from "~search/placement-document";
import { readDocuments } from "./read-documents.server";

export interface PlacementRef {
  districtId: string;
  placementId: string;
}

/**
 * Brings the index up to what the rows say now: a placement that a school lists is put, one that no school lists any more
 * is removed. Reads the current rows, so repeats, lateness and order of the jobs do not matter. Throws when an engine
 * does not take it; the job comes again.
 */
export async function syncPlacement(
  wiring: Wiring,
  { districtId, placementId }: PlacementRef,
): Promise<"put" | "removed"> {
  const { version, documents } = await readDocuments(wiring, { districtId, placementIds: [placementId] });
  const [document] = documents;
  if (!document) {
    await wiring.search.remove(PLACEMENTS, [{ id: placementId, version }]);
    return "removed";
  }
  await wiring.search.put(PLACEMENTS, [document]);
  return "put";
}

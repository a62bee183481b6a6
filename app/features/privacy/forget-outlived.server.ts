import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import {
  type Deleted,
  deleteOutlivedIdentities,
  deleteOutlivedOfDistrict,
  deleteOutlivedOfSchool,
} from "~db/retention.server";
import { withIdentity, withScope } from "~db/scope.server";

/**
 * Deletes the rows that have outlived the retention their table declares (`db/retention.server.ts` has the table of rules),
 * each school in a transaction of its own. Answers how many rows, by table.
 */
export async function forgetOutlived(wiring: Wiring): Promise<Deleted> {
  const now = wiring.clock.now();
  const counts = await withIdentity(wiring, (tx) => deleteOutlivedIdentities(tx, { now }));
  await inEachSchool(wiring, "sweep", async (actor) => {
    const { schoolId, districtId } = actor;
    const deleted = await withScope(wiring, actor, async (tx) => ({
      ...(await deleteOutlivedOfSchool(tx, { schoolId, now })),
      ...(await deleteOutlivedOfDistrict(tx, { districtId, now })),
    }));
    for (const [table, rows] of Object.entries(deleted)) counts[table] = (counts[table] ?? 0) + rows;
    return 0;
  });
  return counts;
}

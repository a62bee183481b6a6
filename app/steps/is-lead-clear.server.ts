import { clearedBy } from "~/domain/clearance/cleared";
import type { PairIds } from "~/domain/matching/evidence";
import { listClearances } from "~db/clearances.server";
import { findRuling } from "~db/pair-rulings.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * Whether no check of the lead mentor came back "not clear", or a lock of the pair stands whose reason outweighs that, as in a plan.
 * A check that is missing or not finished hinders nothing here: the gate before the start waits for it.
 */
export async function isLeadClear(
  tx: ScopeTx,
  { mentorId, ...pair }: PairIds & { schoolId: string; mentorId: string },
): Promise<boolean> {
  const { schoolId } = pair;
  // A check that failed does so to whatever day the stay lasts.
  const cleared = clearedBy(await listClearances(tx, { schoolId, mentorIds: [mentorId] }), null);
  if (cleared !== "not_clear") return true;
  const ruling = await findRuling(tx, pair);
  return ruling?.ruling === "locked" && ruling.overrides;
}

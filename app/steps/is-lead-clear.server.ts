import { clearedBy } from "~/domain/clearance/cleared";
import { failureKnownAt } from "~/domain/clearance/first-known";
import type { PairIds } from "~/domain/matching/evidence";
import { instantMs } from "~/domain/time";
import { listChecksOf } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { findRuling } from "~db/pair-rulings.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * Whether no check of the lead mentor came back "not clear", or a lock of the pair stands whose reason outweighs that, as in a plan. A
 * reason that was given before anybody knew of the check says nothing of it.
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
  if (ruling?.ruling !== "locked" || !ruling.overrides) return false;
  const entries = (await listChecksOf(tx, { schoolId, mentorId })).map((row) => ({
    ...{ id: row.id, result: row.result, recordedAt: row.created_at, replacedBy: row.replaced_by },
  }));
  const known = failureKnownAt(entries);
  return known === null || instantMs(ruling.ruled_at) > instantMs(known);
}

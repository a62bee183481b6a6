import type { Lock } from "~/domain/matching/plan-types";
import { isLeadClear } from "~/steps/is-lead-clear.server";
import { findListing } from "~db/listings.server";
import type { RulingRow } from "~db/pair-rulings.server";
import type { ScopeTx } from "~db/scope.server";
import { toLock, toPair } from "./ruled-pair.server";

/**
 * The locks among a school's rulings, in the order in which they were made. One with a reason loses it once a check of the lead mentor
 * failed that was not known when the reason was given; the lock rests then, as one without a reason does.
 */
export async function standingLocks(
  tx: ScopeTx,
  { schoolId, rulings }: { schoolId: string; rulings: readonly RulingRow[] },
): Promise<Lock[]> {
  const locks: Lock[] = [];
  for (const row of rulings) {
    if (row.ruling !== "locked") continue;
    locks.push(row.overrides && (await isSpent(tx, { schoolId, row })) ? toPair(row) : toLock(row));
  }
  return locks;
}

async function isSpent(tx: ScopeTx, { schoolId, row }: { schoolId: string; row: RulingRow }): Promise<boolean> {
  const mentorId = (await findListing(tx, { schoolId, listingId: row.listing_id }))?.lead_mentor_id;
  if (typeof mentorId !== "string") return false;
  return !(await isLeadClear(tx, { schoolId, mentorId, ...toPair(row) }));
}

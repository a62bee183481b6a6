import type { SchoolActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { updateStillOpen } from "~db/still-open.server";

/**
 * Writes down that a listing is still open, by its host or by staff who asked them: for the days of the setting nobody asks again.
 * False where students do not see it any more.
 */
export async function keepOpen(
  tx: ScopeTx,
  { actor, listingId, now }: { actor: SchoolActor; listingId: string; now: Date },
): Promise<boolean> {
  if (!(await updateStillOpen(tx, { schoolId: actor.schoolId, listingId, now }))) return false;
  await recordAct(tx, { actor, noun: "listing", nounId: listingId, transition: "still_open", now });
  return true;
}

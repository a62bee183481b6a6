import { mayKeepScans, type ScanOf } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { recordScanAct } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { deleteScan } from "~db/scans.server";
import { withScope } from "~db/scope.server";

/** Takes away a picture that belongs to somebody else, or shows more than the paper. */
export async function removeScan(
  wiring: Wiring,
  actor: Actor,
  { of, scanId }: { of: ScanOf; scanId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayKeepScans(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await deleteScan(tx, { schoolId, of, scanId }))) return refused("not_found");
    await recordScanAct(tx, { actor, scanId, of, transition: "remove", now });
    return done(null);
  });
}

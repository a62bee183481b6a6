import { mayKeepScans, type ScanOf } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { recordScanAct } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { findScan } from "~db/scans.server";
import { withScope } from "~db/scope.server";

/** The picture of a paper; the log keeps who looked at it. */
export async function lookAtScan(
  wiring: Wiring,
  actor: Actor,
  { of, scanId }: { of: ScanOf; scanId: string },
): Promise<Outcome<{ kind: string; content: Uint8Array }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayKeepScans(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const scan = await findScan(tx, { schoolId, of, scanId });
    if (!scan) return refused("not_found");
    await recordScanAct(tx, { actor, scanId, of, transition: "look", now });
    return done(scan);
  });
}

import { mayKeepScans, type ScanFault, type ScanOf } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { lockScanned } from "./scanned.server";

export type AddScanRefusal = "not_permitted" | "not_found" | ScanFault;

/** Keeps a picture of a paper with what it proves, where it came later than the words. */
export async function addScan(
  wiring: Wiring,
  actor: Actor,
  { of, file }: { of: ScanOf; file: Uint8Array },
): Promise<Outcome<null, AddScanRefusal>> {
  if (actor.kind !== "staff" || !mayKeepScans(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if ((await lockScanned(tx, { schoolId, of })) === undefined) return refused("not_found");
    const scan = await readScan(tx, { schoolId, of, file });
    if (!scan.ok) return scan;
    await keepScan(tx, { actor, of, picture: scan.value, now });
    return done(null);
  });
}

import { mayKeepScans, type ScanOf } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listScans, type Scan } from "~db/scans.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findScanned } from "./scanned.server";

export interface ScansPage {
  /** Whom the papers are about. */
  about: string;
  scans: Scan[];
  timeZone: string;
}

/** Which scans are kept with a consent, a pursuit or an introduction; not what they show. */
export async function openScans(
  wiring: Wiring,
  actor: Actor,
  of: ScanOf,
): Promise<Outcome<ScansPage, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayKeepScans(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const about = await findScanned(tx, { schoolId, of });
    if (about === undefined) return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    return done({ about, scans: await listScans(tx, { schoolId, of }), timeZone });
  });
}

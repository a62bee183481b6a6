import type { SchoolActor } from "~/domain/actor";
import type { GateKind } from "~/domain/pursuit/gates";
import { gatesOfVisit, openAmong, type VisitKind } from "~/domain/visit/visit-gates";
import type { Wiring } from "~/wiring";
import { insertGates, listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { askForConsent } from "./ask-for-consent.server";

type SiteMode = "on_site" | "remote" | "private_home";

/** What is still open before a visit of this kind may take place. */
export async function listOpenVisitGates(
  tx: ScopeTx,
  { pursuit, kind }: { pursuit: PursuitFacts; kind: VisitKind },
): Promise<GateKind[]> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const rules = gatesOfVisit(kind, (pursuit.site_mode ?? "on_site") as SiteMode, await getSettings(tx, schoolId));
  return openAmong(rules, await listGates(tx, { schoolId, pursuitId }));
}

/** Opens the gates that a visit needs beside those of its pursuit, and asks the family where one of them waits for its yes. */
export async function openVisitGates(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, kind, now }: { actor: SchoolActor; pursuit: PursuitFacts; kind: VisitKind; now: Date },
): Promise<GateKind[]> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const rules = gatesOfVisit(kind, (pursuit.site_mode ?? "on_site") as SiteMode, await getSettings(tx, schoolId));
  await insertGates(tx, { schoolId, pursuitId, gates: rules });
  const open = openAmong(rules, await listGates(tx, { schoolId, pursuitId }));
  if (open.includes("participate_consent"))
    await askForConsent(tx, wiring, { actor, pursuit, purpose: "participate", now });
  return open;
}

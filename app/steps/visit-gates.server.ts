import type { SchoolActor } from "~/domain/actor";
import { type GateKind, type GateRule, siteMode } from "~/domain/pursuit/gates";
import { gatesOfVisit, openAmong, type VisitKind } from "~/domain/visit/visit-gates";
import type { Wiring } from "~/wiring";
import { insertGates, listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { askForConsent } from "./ask-for-consent.server";

interface Of {
  pursuit: PursuitFacts;
  kind: VisitKind;
}

/** The gates that a visit of this kind needs. */
export async function gatesOf(tx: ScopeTx, { pursuit, kind }: Of): Promise<GateRule[]> {
  return gatesOfVisit(kind, siteMode(pursuit.site_mode), await getSettings(tx, pursuit.school_id));
}

/** What is still open before a visit of this kind may take place. A mentor who is suspended is not cleared, whatever was checked. */
export async function listOpenVisitGates(tx: ScopeTx, of: Of): Promise<GateKind[]> {
  const { school_id: schoolId, pursuit_id: pursuitId } = of.pursuit;
  const open = openAmong(await gatesOf(tx, of), await listGates(tx, { schoolId, pursuitId }));
  return of.pursuit.mentor_suspended_at === null ? open : [...new Set<GateKind>(["clearance", ...open])];
}

/** Opens the gates that a visit needs beside those of its pursuit, and asks the family where one of them waits for its yes. */
export async function openVisitGates(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, now, ...of }: Of & { actor: SchoolActor; now: Date },
): Promise<GateKind[]> {
  const { pursuit } = of;
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  await insertGates(tx, { schoolId, pursuitId, gates: await gatesOf(tx, of) });
  const open = await listOpenVisitGates(tx, of);
  if (open.includes("participate_consent"))
    await askForConsent(tx, wiring, { actor, pursuit, purpose: "participate", now });
  return open;
}

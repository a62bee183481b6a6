import type { SchoolActor } from "~/domain/actor";
import { type GateKind, type GateRule, siteMode } from "~/domain/pursuit/gates";
import { gatesOfVisit, openAmong, type VisitKind } from "~/domain/visit/visit-gates";
import type { Wiring } from "~/wiring";
import { insertGates, listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { askForConsent } from "./ask-for-consent.server";
import { doChecksHold } from "./checks-hold.server";
import { meetGateByChecks, restsOnChecks } from "./gates.server";

interface Of {
  pursuit: PursuitFacts;
  kind: VisitKind;
}

/** The gates that a visit of this kind needs. */
export async function gatesOf(tx: ScopeTx, { pursuit, kind }: Of): Promise<GateRule[]> {
  return gatesOfVisit(kind, siteMode(pursuit.site_mode), await getSettings(tx, pursuit.school_id));
}

interface OfDay extends Of {
  /** The civil day of the visit at the school. */
  day: string;
}

/**
 * What is still open before a visit of this kind may take place on its day. Whoever is named is cleared when their checks hold on
 * that day, whatever the pursuit itself waits for, unless a person confirmed the gate. A mentor who is suspended is not cleared,
 * whatever was checked.
 */
export async function listOpenVisitGates(tx: ScopeTx, { pursuit, kind, day }: OfDay): Promise<GateKind[]> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const rows = await listGates(tx, { schoolId, pursuitId });
  const others = rows.filter((row) => row.kind !== "clearance");
  const ofDay = (await isClearedOn(tx, { pursuit, rows, day })) ? [{ kind: "clearance", state: "met" }] : [];
  const open = openAmong(await gatesOf(tx, { pursuit, kind }), [...others, ...ofDay]);
  return pursuit.mentor_suspended_at === null ? open : [...new Set<GateKind>(["clearance", ...open])];
}

/** Whether everybody whom the placement names is cleared on the day of a visit, or a person has confirmed that of them. */
export async function isClearedOn(
  tx: ScopeTx,
  { pursuit, rows, day }: Omit<OfDay, "kind"> & { rows: Awaited<ReturnType<typeof listGates>> },
): Promise<boolean> {
  const gate = rows.find(({ kind }) => kind === "clearance");
  if (gate && gate.state !== "open" && !(await restsOnChecks(tx, pursuit, gate))) return true;
  return doChecksHold(tx, { pursuit, until: day });
}

/**
 * Opens the gates that a visit needs beside those of its pursuit, closes the one for checks where they are here, and asks the family
 * where one waits for its yes. Answers what is still open.
 */
export async function openVisitGates(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, on, now, ...of }: OfDay & { actor: SchoolActor; on: string; now: Date },
): Promise<GateKind[]> {
  const { pursuit } = of;
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const gates = await gatesOf(tx, of);
  await insertGates(tx, { schoolId, pursuitId, gates });
  if (gates.some(({ kind }) => kind === "clearance")) await meetGateByChecks(tx, { actor, pursuit, on, now });
  const open = await listOpenVisitGates(tx, of);
  if (open.includes("participate_consent"))
    await askForConsent(tx, wiring, { actor, pursuit, purpose: "participate", now });
  return open;
}

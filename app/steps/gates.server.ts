import type { SchoolActor } from "~/domain/actor";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { gatesFor, type PlacementKind, siteMode } from "~/domain/pursuit/gates";
import { recordAct } from "~db/audit.server";
import { listPlacementMentors } from "~db/clearances.server";
import { closeGate, insertGates, reopenGate } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { doChecksHoldToTheEnd } from "./checks-hold.server";
import { closeGateTask } from "./clearance-task.server";

interface GateChange {
  actor: SchoolActor;
  pursuitId: string;
  kind: string;
  now: Date;
}

interface GateMet extends GateChange {
  by: string | null;
  on: string;
  note: string;
  /** Of a clearance gate that a person confirms: whom the placement names. */
  mentorIds?: readonly string[] | null;
  /** Left out, what it asks for is there. */
  as?: "met" | "waived";
}

/** Closes an open gate, with its row in the audit log; answers false when it was not open. */
export async function meetGate(
  tx: ScopeTx,
  { actor, pursuitId, kind, by, on, note, mentorIds = null, as = "met", now }: GateMet,
): Promise<boolean> {
  const closed = await closeGate(tx, { schoolId: actor.schoolId, pursuitId, kind, by, on, note, mentorIds, as });
  if (closed && kind === CLEARANCE) await closeGateTask(tx, { schoolId: actor.schoolId, pursuitId, note, now });
  if (closed)
    await recordAct(tx, {
      actor,
      noun: "pursuit",
      nounId: pursuitId,
      transition: `gate:${kind}`,
      from: "open",
      to: as,
      // The log outlives the student; what an advisor says of them goes with the pursuit.
      reason: kind === ENDORSEMENT.kind ? "" : note,
      now,
    });
  return closed;
}

/** Opens a closed gate again, with its row in the audit log. */
export async function openGateAgain(
  tx: ScopeTx,
  { actor, pursuitId, kind, reason, now }: GateChange & { reason: string },
): Promise<void> {
  if (!(await reopenGate(tx, { schoolId: actor.schoolId, pursuitId, kind }))) return;
  await recordAct(tx, {
    actor,
    noun: "pursuit",
    nounId: pursuitId,
    transition: `gate:${kind}`,
    from: "met",
    to: "open",
    reason,
    now,
  });
}

/**
 * Opens the gates of a pursuit by the placement's kind and the site's mode. The clearance gate closes at once when the school
 * has valid checks of the lead mentor and of every back-up to the placement's last day.
 */
export async function openGates(
  tx: ScopeTx,
  { actor, pursuit, on, now }: { actor: SchoolActor; pursuit: PursuitFacts; on: string; now: Date },
): Promise<void> {
  const { schoolId } = actor;
  const gates = gatesFor(pursuit.kind as PlacementKind, siteMode(pursuit.site_mode), await getSettings(tx, schoolId));
  await insertGates(tx, { schoolId, pursuitId: pursuit.pursuit_id, gates });
  if (gates.some((gate) => gate.kind === CLEARANCE)) await meetGateByChecks(tx, { actor, pursuit, on, now });
}

const CLEARANCE = "clearance";
/** The note of a gate that the rule closed. */
const BY_CHECKS = "valid checks of the lead mentor and all back-ups";

interface ClearanceGate {
  state: string;
  confirmed_by: string | null;
  confirmed_mentor_ids: string[] | null;
  note: string;
}

/**
 * Whether a closed clearance gate goes by the checks: the rule closed it, or a person did who saw other proof, of people among whom
 * somebody named today was not.
 */
export async function restsOnChecks(
  tx: ScopeTx,
  { district_id: districtId, placement_id: placementId }: PursuitFacts,
  gate: ClearanceGate,
): Promise<boolean> {
  if (gate.state !== "met") return false;
  if (gate.confirmed_mentor_ids === null) return gate.confirmed_by === null && gate.note === BY_CHECKS;
  const { confirmed_mentor_ids: seen } = gate;
  return (await listPlacementMentors(tx, { districtId, placementId })).some((id) => !seen.includes(id));
}

/** Closes the open clearance gate of a pursuit whose mentors are all cleared: the rule does it, nobody's hand. */
export async function meetGateByChecks(
  tx: ScopeTx,
  { actor, pursuit, on, now }: { actor: SchoolActor; pursuit: PursuitFacts; on: string; now: Date },
): Promise<boolean> {
  if (!(await doChecksHoldToTheEnd(tx, { pursuit, on }))) return false;
  const { schoolId, districtId } = actor;
  const system = { kind: "system", job: "clearance", schoolId, districtId } as const;
  const { pursuit_id: pursuitId } = pursuit;
  return meetGate(tx, { actor: system, pursuitId, kind: CLEARANCE, by: null, on, note: BY_CHECKS, now });
}

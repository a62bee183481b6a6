import type { StaffActor } from "~/domain/actor";
import { checkStanding } from "~/domain/clearance/standing";
import type { Wiring } from "~/wiring";
import { listPlacesWith } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { aboutCheckOf, askStaffAboutCheck } from "./ask-staff-about-check.server";
import { cancelVisitsBehind } from "./cancel-visits.server";
import { doChecksHold } from "./checks-hold.server";
import { contactHostWhenReady } from "./contact-host.server";
import { meetGateByChecks, openGateAgain } from "./gates.server";

interface Recorded {
  actor: StaffActor;
  mentorId: string;
  /** The new check did not come back clear, and nobody knew that before. */
  isFailure: boolean;
  /** The new check took the place of a mistaken one that said something else. */
  isCorrection: boolean;
  /** Kinds that the school asks for. */
  types: readonly string[];
  /** What is under way where the mentor leads or stands in, locked before the check was written. */
  pursuits: readonly PursuitFacts[];
  on: string;
  now: Date;
}

/**
 * What a new check of a mentor changes at the school. A gate that waited for checks closes where they hold now. One that is closed
 * opens again when a check did not come back clear, and when the check it rested on was a mistake; staff get a task then, and no
 * dated visit that needs it takes place. A check that is not finished opens none: the one before counts to its own end.
 */
export async function followCheck(tx: ScopeTx, wiring: Wiring, recorded: Recorded): Promise<void> {
  const { actor, mentorId, types, pursuits, on, now } = recorded;
  const own = await listClearances(tx, { schoolId: actor.schoolId, mentorIds: [mentorId] });
  const { state } = checkStanding(own, { types, on });
  let reopened = 0;
  for (const pursuit of pursuits) {
    if ((await settleGate(tx, wiring, { ...recorded, pursuit })) === "reopened") reopened += 1;
    await contactHostWhenReady(tx, wiring, { actor, pursuitId: pursuit.pursuit_id, now });
  }
  const { schoolId } = actor;
  const isPlaced = pursuits.length > 0 || (await listPlacesWith(tx, { schoolId, mentorId })).length > 0;
  if (reopened > 0 || (state === "not_clear" && isPlaced)) await askStaffAboutCheck(tx, { schoolId, mentorId, now });
  else if (state === "valid" || state === "ending")
    await closeTasksOf(tx, { schoolId, dedupeKey: aboutCheckOf(mentorId), note: "a clear check was recorded", now });
}

async function settleGate(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, isFailure, isCorrection, on, now }: Recorded & { pursuit: PursuitFacts },
): Promise<"closed" | "reopened" | "as_it_was"> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  const gate = (await listGates(tx, { schoolId, pursuitId })).find(({ kind }) => kind === "clearance");
  if (!gate) return "as_it_was";
  const hold = await doChecksHold(tx, { pursuit, on });
  if (gate.state === "open") {
    if (!hold) return "as_it_was";
    await meetGateByChecks(tx, { actor, pursuitId, on, now });
    return "closed";
  }
  // Whoever confirmed it by hand had other proof, which a correction says nothing of.
  const restedOnChecks = gate.confirmed_by === null;
  if (hold || !(isFailure || (isCorrection && restedOnChecks))) return "as_it_was";
  const reason = isFailure ? "a check did not come back clear" : "the check it rested on was corrected";
  await openGateAgain(tx, { actor, pursuitId, kind: "clearance", reason, now });
  await cancelVisitsBehind(tx, wiring, { actor, pursuit, gate: "clearance", reason, now });
  return "reopened";
}

import type { StaffActor } from "~/domain/actor";
import { endingChecks } from "~/domain/clearance/reminders";
import { checkStanding } from "~/domain/clearance/standing";
import type { Wiring } from "~/wiring";
import { listPlacesWith } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { aboutCheckOf, askStaffAboutCheck } from "./ask-staff-about-check.server";
import { closeRenewed } from "./check-reminder.server";
import { contactHostWhenReady } from "./contact-host.server";
import { settleClearance } from "./settle-clearance.server";

interface Recorded {
  actor: StaffActor;
  mentorId: string;
  /** A new check did not come back clear, and nobody knew that before. */
  isFailure: boolean;
  /** Kinds that the school asks for. */
  types: readonly string[];
  /** What is under way where the mentor leads or stands in, locked before anything was written. */
  pursuits: readonly PursuitFacts[];
  on: string;
  now: Date;
}

/**
 * What a new or withdrawn check of a mentor changes at the school: every gate that goes by it follows, and staff get a task about the
 * mentor where one opened again or the check did not come back clear. The task ends with a clear check, and once nothing that was
 * recorded speaks against the mentor and no gate of theirs is open. A check that is not finished opens none: the one before counts to its own end.
 */
export async function followCheck(tx: ScopeTx, wiring: Wiring, recorded: Recorded): Promise<void> {
  const { actor, mentorId, isFailure, types, pursuits, on, now } = recorded;
  const own = await listClearances(tx, { schoolId: actor.schoolId, mentorIds: [mentorId] });
  const { state } = checkStanding(own, { types, on });
  let reopened = 0;
  for (const pursuit of pursuits) {
    if ((await settleClearance(tx, wiring, { actor, pursuit, isFailure, on, now })) === "reopened") reopened += 1;
    await contactHostWhenReady(tx, wiring, { actor, pursuitId: pursuit.pursuit_id, now });
  }
  const { schoolId } = actor;
  await closeRenewed(tx, { schoolId, mentorId, ending: endingChecks(own, { types, on }), now });
  const isPlaced = pursuits.length > 0 || (await listPlacesWith(tx, { schoolId, mentorId })).length > 0;
  if (reopened > 0 || (state === "not_clear" && isPlaced)) await askStaffAboutCheck(tx, { schoolId, mentorId, now });
  else if (state === "valid" || state === "ending")
    await closeTasksOf(tx, { schoolId, dedupeKey: aboutCheckOf(mentorId), note: "a clear check was recorded", now });
  else if (state !== "not_clear" && !(await isGateOpen(tx, pursuits)))
    await closeTasksOf(tx, { schoolId, dedupeKey: aboutCheckOf(mentorId), note: "nothing waits for a check", now });
}

async function isGateOpen(tx: ScopeTx, pursuits: readonly PursuitFacts[]): Promise<boolean> {
  for (const { school_id: schoolId, pursuit_id: pursuitId } of pursuits) {
    const gates = await listGates(tx, { schoolId, pursuitId });
    if (gates.some(({ kind, state }) => kind === "clearance" && state === "open")) return true;
  }
  return false;
}

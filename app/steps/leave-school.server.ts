import type { StaffActor, SystemActor } from "~/domain/actor";
import { LIVE_STATES } from "~/domain/pursuit/lifecycle";
import type { Wiring } from "~/wiring";
import { endPlaceInAdvisory } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { countRunningEngagements } from "~db/engagements.server";
import { endMembershipsOf } from "~db/memberships.server";
import { lockNames, markLeft } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { listPursuits, lockPursuit, lockStudent } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { cancelMeetingsOf } from "./cancel-meeting.server";
import { withdrawInvitation } from "./invite.server";
import { withdrawInScope } from "./withdraw.server";

interface Departure {
  actor: StaffActor | SystemActor;
  studentId: string;
  /** The last day at the school, today or earlier. */
  lastDay: string;
  now: Date;
}

export type Leaving = "left" | "not_found" | "has_left" | "has_internship";

/** Takes a student out of everything of the school that is still to come; what was stays on record. */
export async function leaveSchool(tx: ScopeTx, wiring: Wiring, departure: Departure): Promise<Leaving> {
  const { actor, studentId, lastDay, now } = departure;
  const { schoolId } = actor;
  // The student before all else, as every verb about their pursuits does: none begins between the list of pursuits and the leaving.
  if (!(await lockStudent(tx, { schoolId, studentId }))) return "not_found";
  await lockNames(tx, { schoolId, personId: studentId });
  if ((await findPerson(tx, { schoolId, personId: studentId }))?.left_on) return "has_left";
  if ((await countRunningEngagements(tx, { schoolId, studentId })) > 0) return "has_internship";
  for (const { pursuit_id: pursuitId } of await listPursuits(tx, { schoolId, studentId, states: LIVE_STATES })) {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    const reason = "the student left the school";
    if (pursuit) await withdrawInScope(tx, wiring, { actor, pursuit, because: "school_decision", reason, now });
  }
  await cancelMeetingsOf(tx, wiring, { actor, studentId, now });
  await markLeft(tx, { schoolId, personId: studentId, on: lastDay });
  await endPlaceInAdvisory(tx, { schoolId, studentId, lastDay });
  await endMembershipsOf(tx, { schoolId, personId: studentId, role: "student", lastDay });
  await withdrawInvitation(tx, { schoolId, personId: studentId, now });
  await recordAct(tx, { actor, noun: "person", nounId: studentId, transition: "leave", to: lastDay, now });
  return "left";
}

import { civilDate } from "~/clock";
import { type Actor, isCoordinator } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { findNameUsed } from "~db/names-of.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type ProfileView, readProfile } from "./read-profile.server";

export interface SharedProfile extends Pick<ProfileView, "profile" | "finishedAt" | "timeZone" | "interests"> {
  name: string;
}

/**
 * A student's profile for those the student shares it with: coordinators and the student's advisor, or guardians whose
 * link lets them see records. Not shared and not theirs look the same.
 */
export async function openSharedProfile(
  wiring: Wiring,
  actor: Actor,
  { studentId }: { studentId: string },
): Promise<Outcome<SharedProfile, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" && actor.kind !== "guardian") return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    if (!(await isConcerned(tx, actor, { studentId, on }))) return refused("not_found");
    const { shared, profile, finishedAt, timeZone, interests } = await readProfile(tx, { schoolId, studentId });
    if (!(actor.kind === "staff" ? shared.advisor : shared.family)) return refused("not_found");
    const name = await findNameUsed(tx, { schoolId, personId: studentId });
    return done({ name: name ?? "", profile, finishedAt, timeZone, interests });
  });
}

async function isConcerned(
  tx: ScopeTx,
  actor: Extract<Actor, { kind: "staff" | "guardian" }>,
  { studentId, on }: { studentId: string; on: string },
): Promise<boolean> {
  const { schoolId, personId } = actor;
  if (isCoordinator(actor)) return true;
  if (actor.kind === "staff") {
    const students = await listAdvisoryStudents(tx, { schoolId, staffId: personId, on });
    return students.some((student) => student.student_id === studentId);
  }
  const readers = await listRecordReaders(tx, { schoolId, studentId, on });
  return readers.some((reader) => reader.personId === personId);
}

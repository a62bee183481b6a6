import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { visitHours } from "~/domain/visit/when";
import { readAdvisee } from "~/steps/lock-advisee.server";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { listComingMeetings, type Meeting } from "~db/meetings.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The next meeting with a student of the own or covered advisory, as its form shows it; null while none is planned. */
export async function openMeeting(wiring: Wiring, actor: Actor, { studentId }: { studentId: string }) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: staffId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(now, timeZone);
    if (!(await isInAdvisoryOf(tx, { schoolId, studentId, staffId, on: today }))) return refused("not_found");
    const student = await readAdvisee(tx, { schoolId, studentId, timeZone, today });
    if (!student) return refused("not_found");
    const [coming] = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
    return done({
      ...{ studentId, student: student.fullName, today, timeZone },
      meeting: coming ? toForm(coming, timeZone) : undefined,
    });
  });
}

function toForm(coming: Meeting, timeZone: string) {
  const [startsAt, endsAt] = [new Date(coming.starts_at).toISOString(), new Date(coming.ends_at).toISOString()];
  return {
    ...visitHours({ startsAt, endsAt }, timeZone),
    ...{ id: coming.id, place: coming.place, familyAsked: coming.family_asked, with: coming.with_name },
  };
}

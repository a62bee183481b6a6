import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listComingMeetings } from "~db/meetings.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { readAdvisee } from "./lock-advisee.server";
import {
  closeOlderNews,
  type MeetingNews,
  tellAdvisorOfMeeting,
  tellFamilyOfMeeting,
  tellStudentOfMeeting,
} from "./tell-meeting.server";

/** A coming meeting is off: everybody who was told of it is told, and their calendars forget it. The student is locked. */
export async function cancelMeeting(tx: ScopeTx, { actor, ...news }: MeetingNews & { actor: SchoolActor }) {
  const { meeting, now } = news;
  const sequence = meeting.sequence + 1;
  const off = { ...news, meeting: { ...meeting, sequence } };
  await closeOlderNews(tx, off);
  return advance(tx, {
    ...{ actor, noun: "meeting", id: meeting.id, move: "cancel", met: [], now },
    notices: {
      student: () => tellStudentOfMeeting(tx, off, "cancelled"),
      advisor: () => tellAdvisorOfMeeting(tx, off, "cancelled"),
      family: async () => {
        if (meeting.family_asked) await tellFamilyOfMeeting(tx, off, "cancelled");
      },
    },
    set: { sequence },
  });
}

/** A student leaves: no meeting with them is still to come. The student is locked. */
export async function cancelMeetingsOf(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, studentId, now }: { actor: SchoolActor; studentId: string; now: Date },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const coming = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
  const today = civilDate(now, timeZone);
  const student = await readAdvisee(tx, { schoolId, studentId, timeZone, today });
  const system: SchoolActor = { kind: "system", job: "meetings", schoolId, districtId };
  if (!student) return;
  for (const meeting of coming) await cancelMeeting(tx, { actor: system, wiring, schoolId, student, meeting, now });
}

import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { VisitHours } from "~/domain/visit/when";
import { lockAdvisee } from "~/steps/lock-advisee.server";
import { type MeetingTimeRefusal, readMeetingTime } from "~/steps/read-meeting-time.server";
import { tellAdvisorOfMeeting, tellFamilyOfMeeting, tellStudentOfMeeting } from "~/steps/tell-meeting.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findMeeting, insertMeeting, listComingMeetings } from "~db/meetings.server";
import { withScope } from "~db/scope.server";

export interface MeetingPlan extends VisitHours {
  studentId: string;
  /** Where to meet, in words that the student and the family read. */
  place: string;
  /** The family is asked to come. */
  familyAsked: boolean;
  /** It is meant for a day without school. */
  isMeant: boolean;
}

export type PlanMeetingRefusal = MeetingTimeRefusal | "not_permitted" | "not_found" | "planned_already";

/**
 * An advisor, or whoever covers today, plans the next meeting with a student of the advisory: student, advisor and, where it is asked
 * to come, the family have it in their calendars. There is one next meeting; the same plan sent twice is one.
 */
export async function planMeeting(
  wiring: Wiring,
  actor: Actor,
  { studentId, place, familyAsked, isMeant, ...hours }: MeetingPlan,
): Promise<Outcome<{ meetingId: string }, PlanMeetingRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: withId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const student = await lockAdvisee(tx, { actor, studentId, now });
    if (!student) return refused("not_found");
    const time = await readMeetingTime(tx, { schoolId, student, hours, isMeant, now });
    if (!time.ok) return time;
    const [coming] = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
    if (coming) {
      const isSame = new Date(coming.starts_at).getTime() === new Date(time.value.startsAt).getTime();
      return isSame ? done({ meetingId: coming.id }) : refused("planned_already");
    }
    const meetingId = await insertMeeting(tx, {
      ...{ schoolId, studentId, withId, place, familyAsked, entryHost: new URL(wiring.env.origin).hostname, now },
      ...time.value,
    });
    await recordAct(tx, { actor, noun: "meeting", nounId: meetingId, transition: "plan", to: "planned", now });
    const meeting = await findMeeting(tx, { schoolId, meetingId });
    if (!meeting) throw new Error("the meeting that was just written is not there");
    const news = { wiring, schoolId, student, meeting, now };
    await tellStudentOfMeeting(tx, news, "planned");
    await tellAdvisorOfMeeting(tx, news, "planned");
    if (familyAsked) await tellFamilyOfMeeting(tx, news, "planned");
    return done({ meetingId });
  });
}

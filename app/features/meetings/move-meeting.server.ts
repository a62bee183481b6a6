import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { lockAdvisee } from "~/steps/lock-advisee.server";
import { type MeetingTimeRefusal, readMeetingTime } from "~/steps/read-meeting-time.server";
import {
  closeOlderNews,
  entryHostOf,
  type MeetingEvent,
  tellAdvisorOfMeeting,
  tellFamilyOfMeeting,
  tellStudentOfMeeting,
} from "~/steps/tell-meeting.server";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { findMeeting, listComingMeetings, type Meeting, type MeetingTerms, putMeeting } from "~db/meetings.server";
import { withScope } from "~db/scope.server";
import type { MeetingPlan } from "./plan-meeting.server";

export type MoveMeetingRefusal = MeetingTimeRefusal | "not_permitted" | "not_found" | "not_planned";

/**
 * The advisor, or whoever covers today, gives the next meeting another time or place, or asks the family to come, or no longer. All
 * who were told are told, and a family that is asked no longer is told that it is off for them. The meeting stays with whom it was
 * planned, unless the advisory is not theirs any more. Sent twice it is one change.
 */
export async function moveMeeting(
  wiring: Wiring,
  actor: Actor,
  { meetingId, studentId, place, familyAsked, isMeant, ...hours }: MeetingPlan & { meetingId: string },
): Promise<Outcome<null, MoveMeetingRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const student = await lockAdvisee(tx, { actor, studentId, now });
    if (!student) return refused("not_found");
    const coming = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
    const before = coming.find(({ id }) => id === meetingId);
    if (!before) return refused("not_planned");
    const time = await readMeetingTime(tx, { schoolId, student, hours, isMeant, now });
    if (!time.ok) return time;
    const isTheirs = await isInAdvisoryOf(tx, { schoolId, studentId, staffId: before.with_id, on: student.today });
    const withId = isTheirs ? before.with_id : actor.personId;
    const terms = { withId, place, familyAsked, ...time.value };
    if (isSame(before, terms)) return done(null);
    const sequence = before.sequence + 1;
    await putMeeting(tx, { schoolId, meetingId, ...terms, sequence, entryHost: entryHostOf(wiring, before) });
    await recordAct(tx, { actor, noun: "meeting", nounId: meetingId, transition: "move", now });
    const meeting = await findMeeting(tx, { schoolId, meetingId });
    if (!meeting) throw new Error("the meeting that was just moved is not there");
    const news = { wiring, schoolId, student, meeting, now };
    await closeOlderNews(tx, news);
    await tellStudentOfMeeting(tx, news, "moved");
    await tellAdvisorOfMeeting(tx, news, isTheirs ? "moved" : "planned");
    if (!isTheirs) await tellAdvisorOfMeeting(tx, news, "cancelled", before.with_id);
    const event = familyEvent({ wasAsked: before.family_asked, isAsked: familyAsked });
    if (event) await tellFamilyOfMeeting(tx, news, event);
    return done(null);
  });
}

function isSame(before: Meeting, after: MeetingTerms): boolean {
  const isAt = (stored: string, said: string) => new Date(stored).getTime() === new Date(said).getTime();
  return (
    before.with_id === after.withId &&
    before.place === after.place &&
    before.family_asked === after.familyAsked &&
    isAt(before.starts_at, after.startsAt) &&
    isAt(before.ends_at, after.endsAt)
  );
}

/** What the change is to the family; null where it was not asked and is not. */
function familyEvent({ wasAsked, isAsked }: { wasAsked: boolean; isAsked: boolean }): MeetingEvent | null {
  if (wasAsked) return isAsked ? "moved" : "cancelled";
  return isAsked ? "planned" : null;
}

import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { cancelMeeting } from "~/steps/cancel-meeting.server";
import { lockAdvisee } from "~/steps/lock-advisee.server";
import type { Wiring } from "~/wiring";
import { listComingMeetings } from "~db/meetings.server";
import { withScope } from "~db/scope.server";

export type CallOffMeetingRefusal = AdvanceRefusal | "not_planned";

/** The advisor, or whoever covers today, calls the next meeting off; a second press finds none. */
export async function callOffMeeting(
  wiring: Wiring,
  actor: Actor,
  { meetingId, studentId }: { meetingId: string; studentId: string },
): Promise<Outcome<{ from: string; to: string }, CallOffMeetingRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const student = await lockAdvisee(tx, { actor, studentId, now });
    if (!student) return refused("not_found");
    const coming = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
    const meeting = coming.find(({ id }) => id === meetingId);
    if (!meeting) return refused("not_planned");
    return cancelMeeting(tx, { actor, wiring, schoolId, student, meeting, now });
  });
}

import type { StudentActor } from "~/domain/actor";
import { toMeetingLine } from "~/steps/meeting-line";
import type { Wiring } from "~/wiring";
import { listComingMeetings } from "~db/meetings.server";
import { withScope } from "~db/scope.server";

/** A student's own coming meetings with an advisor, the next one first. */
export async function listOwnMeetings(wiring: Wiring, actor: StudentActor) {
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const coming = await listComingMeetings(tx, { schoolId, studentIds: [personId], now: wiring.clock.now() });
    return coming.map(toMeetingLine);
  });
}

import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type CallFault, type CallOutcome, findCallFault } from "~/domain/first-call/outcome";
import { done, type Outcome, refused } from "~/domain/outcome";
import { findCalling } from "~/steps/find-calling.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { countFirstCalls, findFirstCall, insertFirstCall } from "~db/first-calls.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** More calls than anybody makes to one host. */
const MOST_CALLS = 30;

export interface NotedCall {
  pursuitId: string;
  /** The form's own key: sent twice, it is one call. */
  callId: string;
  outcome: CallOutcome;
  callBackOn: string | null;
  note: string;
}

export type LogCallRefusal = CallFault | "not_permitted" | "not_found" | "not_open" | "too_many";

/**
 * A student notes what came of a call to the host of a pursuit of theirs. The coordinators and the student's advisor read it on the
 * page of the pursuit; it moves nothing, because a host answers for itself or to the school. Nobody is written to.
 */
export async function logFirstCall(
  wiring: Wiring,
  actor: Actor,
  { pursuitId, callId, outcome, callBackOn, note }: NotedCall,
): Promise<Outcome<null, LogCallRefusal>> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (pursuit?.student_id !== personId) return refused("not_found");
    if (await findFirstCall(tx, { schoolId, pursuitId, callId })) return done(null);
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if ((await findCalling(tx, pursuit, today)).standing !== "may_call") return refused("not_open");
    const fault = findCallFault({ outcome, callBackOn }, today);
    if (fault) return refused(fault);
    if ((await countFirstCalls(tx, { schoolId, pursuitId })) >= MOST_CALLS) return refused("too_many");
    const day = outcome === "call_back" ? callBackOn : null;
    await insertFirstCall(tx, { schoolId, pursuitId, callId, outcome, callBackOn: day, note: note.trim(), now });
    await recordAct(tx, { actor, noun: "pursuit", nounId: pursuitId, transition: "call", now });
    return done(null);
  });
}

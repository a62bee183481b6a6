import type { Actor } from "~/domain/actor";
import { mayKeepClearances } from "~/domain/clearance/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { followCheck } from "~/steps/clearance-effects.server";
import { isOwnCheck } from "~/steps/is-own-check.server";
import { lockPursuitsWith } from "~/steps/lock-pursuits-with.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertClearance, lockChecksOf } from "~db/clearance-desk.server";
import { withScope } from "~db/scope.server";
import { type ClearanceFault, judgeClearance, type TypedClearance } from "./judge-clearance.server";

/** What was typed, and the last day that was shown for it: null for "no end", undefined where nothing was shown. */
export type RecordedClearance = TypedClearance & { shown: string | null | undefined };
export type RecordClearanceRefusal = ClearanceFault | "not_permitted" | "own_check" | "end_not_shown";

/**
 * A coordinator writes down a check of a mentor, or what was right instead of a mistaken one: both stay, and the mistaken one
 * counts no more. The day to which it counts has been read before. Nobody records a check of themselves. A second click writes
 * nothing; gates and tasks follow in the same transaction.
 */
export async function recordClearance(
  wiring: Wiring,
  actor: Actor,
  typed: RecordedClearance,
): Promise<Outcome<null, RecordClearanceRefusal>> {
  if (!mayKeepClearances(actor)) return refused("not_permitted");
  const { schoolId, districtId, personId } = actor;
  const { mentorId } = typed;
  const now = wiring.clock.now();
  if (await isOwnCheck(wiring, actor, mentorId)) return refused("own_check");
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, RecordClearanceRefusal>> => {
    await lockChecksOf(tx, { schoolId, mentorId });
    const judged = await judgeClearance(tx, { actor, typed, now });
    if (!judged.ok) return judged;
    const { on, types, isWritten, isFailure, ...written } = judged.value;
    if (isWritten) return done(null);
    if (typed.shown !== written.expiresOn) return refused("end_not_shown");
    const pursuits = await lockPursuitsWith(tx, { actor, mentorId });
    const to = { schoolId, districtId, mentorId, recordedBy: personId, now };
    const clearanceId = await insertClearance(tx, { ...to, ...written });
    await recordAct(tx, {
      ...{ actor, noun: "clearance", nounId: clearanceId, transition: typed.replaces ? "correct" : "record" },
      ...{
        to: written.result,
        evidence: written.replaces ? `mentor ${mentorId}, replaces ${written.replaces}` : `mentor ${mentorId}`,
        now,
      },
    });
    await followCheck(tx, wiring, { actor, mentorId, isFailure, types, pursuits, on, now });
    return done(null);
  });
}

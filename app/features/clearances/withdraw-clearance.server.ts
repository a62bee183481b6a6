import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { mayKeepClearances } from "~/domain/clearance/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { followCheck } from "~/steps/clearance-effects.server";
import { isOwnCheck } from "~/steps/is-own-check.server";
import { lockPursuitsWith } from "~/steps/lock-pursuits-with.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertClearance, listChecksOf, lockChecksOf } from "~db/clearance-desk.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type WithdrawClearanceRefusal = "not_permitted" | "own_check" | "not_found" | "already_replaced";

/**
 * A coordinator takes back an entry that belongs to another person. It stays to be read with who took it back, and counts no more:
 * gates, visits and tasks follow in the same transaction. Nobody takes back an entry about themselves. A second click writes nothing.
 */
export async function withdrawClearance(
  wiring: Wiring,
  actor: Actor,
  { mentorId, clearanceId }: { mentorId: string; clearanceId: string },
): Promise<Outcome<null, WithdrawClearanceRefusal>> {
  if (!mayKeepClearances(actor)) return refused("not_permitted");
  const { schoolId, districtId, personId } = actor;
  const now = wiring.clock.now();
  if (await isOwnCheck(wiring, actor, mentorId)) return refused("own_check");
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, WithdrawClearanceRefusal>> => {
    await lockChecksOf(tx, { schoolId, mentorId });
    const entry = (await listChecksOf(tx, { schoolId, mentorId })).find(({ id }) => id === clearanceId);
    if (!entry) return refused("not_found");
    if (entry.withdrawn_at !== null) return done(null);
    if (entry.replaced_by !== null) return refused("already_replaced");
    const pursuits = await lockPursuitsWith(tx, { actor, mentorId });
    const { type, checked_on: checkedOn } = entry;
    await insertClearance(tx, {
      ...{ schoolId, districtId, mentorId, type, checkedOn, result: "withdrawn", expiresOn: null, reference: "" },
      ...{ replaces: clearanceId, recordedBy: personId, now },
    });
    await recordAct(tx, {
      ...{ actor, noun: "clearance", nounId: clearanceId, transition: "withdraw", from: entry.result, to: "withdrawn" },
      ...{ reason: "wrong_mentor", evidence: `mentor ${mentorId}`, now },
    });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const types = clearanceKinds((await getSettings(tx, schoolId)).clearanceTypes).map((kind) => kind.type);
    await followCheck(tx, wiring, { actor, mentorId, isFailure: false, types, pursuits, on, now });
    return done(null);
  });
}

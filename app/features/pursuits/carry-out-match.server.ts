import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findDecider } from "~db/held-matches.server";
import { enqueue } from "~db/jobs.server";
import { findMatch } from "~db/matches.server";
import { listPursuits, lockStudent } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { decideInScope } from "./decide-match.server";

/**
 * The job behind an approval of the board: when its undo window has passed, it is carried out as the coordinator who gave
 * it. What came in between, such as a student who withdrew the request or a place that went, puts the proposal back on the
 * board with the reason; nobody outside hears of it. A job that comes before its time, as the clock of its worker has it, comes
 * again when that time is over.
 */
export async function carryOutMatch(
  wiring: Wiring,
  actor: SystemActor,
  input: { matchId: string },
): Promise<Outcome<{ as: string }, "not_found" | "not_due" | "put_back">> {
  const { schoolId } = actor;
  const key = { schoolId, matchId: input.matchId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const seen = await findMatch(tx, key);
    if (!seen) return refused("not_found");
    await lockStudent(tx, { schoolId, studentId: seen.student_id });
    const match = await findMatch(tx, key);
    if (match?.state !== "held" || !match.held_until) return refused("not_due");
    const waitMs = Date.parse(match.held_until) - now.getTime();
    if (waitMs > 0) {
      await enqueue(tx, "approve-held", key, { waitMs });
      return refused("not_due");
    }
    const decider = await deciderOf(tx, actor, { personId: match.held_by, now });
    const fault = decider ? await endedSince(tx, match) : "decider_left";
    const approval = { matchId: match.id, until: match.held_until, by: match.held_by };
    const decided = decider && !fault ? await decideInScope(tx, wiring, decider, approval) : null;
    if (decided?.ok) return done({ as: decided.value.as });
    if (decided && (await findMatch(tx, key))?.state !== "held") return refused("put_back");
    const hold_fault = fault ?? decided?.reason ?? null;
    const set = { held_until: null, held_by: null, held_as: null, hold_fault };
    const act = { reason: hold_fault ?? "" };
    await advance(tx, { actor, noun: "match", id: match.id, move: "release", met: [], notices: {}, set, act, now });
    return refused("put_back");
  });
}

/** The one who approved, in the role they have now; nobody when they decide here no more. */
async function deciderOf(
  tx: ScopeTx,
  { schoolId, districtId }: SystemActor,
  { personId, now }: { personId: string | null; now: Date },
): Promise<StaffActor | null> {
  if (personId === null) return null;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const found = await findDecider(tx, { schoolId, personId, on });
  if (!found) return null;
  const role = found.role as StaffActor["role"];
  return { kind: "staff", role, accountId: found.account_id, personId, schoolId, districtId };
}

/** An approval of a request does not become a suggestion because the student took the request back. */
async function endedSince(
  tx: ScopeTx,
  match: { school_id: string; student_id: string; listing_id: string; held_as: string | null },
): Promise<"request_ended" | null> {
  if (match.held_as !== "approved") return null;
  const pair = { schoolId: match.school_id, studentId: match.student_id, listingId: match.listing_id };
  const requests = await listPursuits(tx, { ...pair, states: ["requested"], limit: 1 });
  return requests.length === 0 ? "request_ended" : null;
}

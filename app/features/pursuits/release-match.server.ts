import type { Actor } from "~/domain/actor";
import { faultOfHeld, type HeldApproval } from "~/domain/matching/held-approval";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findMatch } from "~db/matches.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

export type ReleaseRefusal = "not_permitted" | "not_found" | "too_late" | "undone_before" | "held_anew";

/**
 * Undoes an approval that was not carried out yet: the proposal is open again, as if nobody had approved it. One that was
 * carried out answers `too_late`; then the page of the pursuit is where to end it. An approval given since the page was read
 * answers `held_anew` and stays.
 */
export async function releaseMatch(
  wiring: Wiring,
  actor: Actor,
  input: HeldApproval,
): Promise<Outcome<null, ReleaseRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, matchId: input.matchId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const seen = await findMatch(tx, key);
    if (seen) await lockStudent(tx, { schoolId: actor.schoolId, studentId: seen.student_id });
    const match = seen && (await findMatch(tx, key));
    if (!match) return refused("not_found");
    const fault = faultOfHeld(match, input);
    if (fault) return refused(fault === "decided_before" ? "too_late" : fault);
    const set = { held_until: null, held_by: null, held_as: null };
    const notices = {};
    const released = await advance(tx, {
      actor,
      noun: "match",
      id: match.id,
      move: "release",
      met: [],
      notices,
      set,
      now,
    });
    return released.ok ? done(null) : refused("too_late");
  });
}

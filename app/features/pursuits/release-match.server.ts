import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findMatch } from "~db/matches.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/**
 * Undoes an approval that was not carried out yet: the proposal is open again, as if nobody had approved it. One that was
 * carried out answers `too_late`; then the page of the pursuit is where to end it.
 */
export async function releaseMatch(
  wiring: Wiring,
  actor: Actor,
  input: { matchId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "too_late">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, matchId: input.matchId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const match = await findMatch(tx, key);
    if (!match) return refused("not_found");
    await lockStudent(tx, { schoolId: actor.schoolId, studentId: match.student_id });
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

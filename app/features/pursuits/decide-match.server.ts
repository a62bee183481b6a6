import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findMatch } from "~db/matches.server";
import { withScope } from "~db/scope.server";
import { type ApprovePairRefusal, approvePair } from "./approve-pair.server";

export type DecideRefusal = ApprovePairRefusal | "decided_before";

/**
 * Approves or declines a proposal of a plan. The pursuit comes first and the proposal is marked after it: a crash between
 * the two leaves a proposal that answers `already_live` on the next try and is then marked approved.
 */
export async function decideMatch(
  wiring: Wiring,
  actor: Actor,
  input: { matchId: string; decision: "approve" | "decline" },
): Promise<Outcome<{ as: "approved" | "suggested" | "declined" }, DecideRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const match = await withScope(wiring, actor, (tx) => findMatch(tx, { schoolId, matchId: input.matchId }));
  if (!match) return refused("not_found");
  if (match.state !== "proposed") return refused("decided_before");
  if (input.decision === "decline") {
    const moved = await mark(null);
    return moved.ok ? done({ as: "declined" }) : refused("decided_before");
  }
  const pair = await approvePair(wiring, actor, {
    studentId: match.student_id,
    listingId: match.listing_id,
    score: match.score,
  });
  if (!pair.ok && pair.reason !== "already_live") return pair;
  await mark(pair.ok ? pair.value.pursuitId : null);
  return pair.ok ? done({ as: pair.value.as }) : pair;

  function mark(pursuitId: string | null) {
    const now = wiring.clock.now();
    const move = input.decision;
    return withScope(wiring, actor as Extract<Actor, { kind: "staff" }>, (tx) =>
      advance(tx, {
        actor: actor as Extract<Actor, { kind: "staff" }>,
        noun: "match",
        id: input.matchId,
        move,
        met: [],
        notices: {},
        set: { pursuit_id: pursuitId },
        now,
      }),
    );
  }
}

import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findMatch } from "~db/matches.server";
import { lockStudent } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type ApprovePairRefusal, approvePairInScope } from "./approve-pair.server";

export type DecideRefusal = ApprovePairRefusal | "decided_before";
type Decided = Outcome<{ as: "approved" | "suggested" | "declined" }, DecideRefusal>;

/**
 * Approves or declines a proposal of a plan; the pursuit and the mark on the proposal are one fact. A pair that went its own
 * way meanwhile answers `already_live`, and its proposal is overtaken. Every other refusal leaves the proposal open.
 */
export async function decideMatch(
  wiring: Wiring,
  actor: Actor,
  input: { matchId: string; decision: "approve" | "decline" },
): Promise<Decided> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, matchId: input.matchId };
  return withScope(wiring, actor, async (tx): Promise<Decided> => {
    const seen = await findMatch(tx, key);
    // Decisions about one student come one after another: what the match says now is what it says until the end.
    if (seen) await lockStudent(tx, { schoolId: actor.schoolId, studentId: seen.student_id });
    const match = seen && (await findMatch(tx, key));
    if (!match) return refused("not_found");
    if (match.state !== "proposed") return refused("decided_before");
    const mark = (move: "approve" | "decline" | "overtake", pursuitId: string | null) =>
      markMatch(tx, wiring, { actor, matchId: match.id, move, pursuitId });
    if (input.decision === "decline") {
      const declined = await mark("decline", null);
      return declined.ok ? done({ as: "declined" }) : declined;
    }
    const pair = await approvePairInScope(tx, wiring, actor, {
      studentId: match.student_id,
      listingId: match.listing_id,
      score: match.score,
    });
    if (!pair.ok) {
      if (pair.reason === "already_live") await mark("overtake", null);
      return pair;
    }
    const approved = await mark("approve", pair.value.pursuitId);
    return approved.ok ? done({ as: pair.value.as }) : approved;
  });
}

interface Mark {
  actor: StaffActor;
  matchId: string;
  move: "approve" | "decline" | "overtake";
  pursuitId: string | null;
}

function markMatch(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, matchId, move, pursuitId }: Mark,
): Promise<Outcome<unknown, AdvanceRefusal>> {
  const set = { pursuit_id: pursuitId };
  const now = wiring.clock.now();
  return advance(tx, { actor, noun: "match", id: matchId, move, met: [], notices: {}, set, now });
}

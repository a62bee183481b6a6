import type { Actor, StaffActor } from "~/domain/actor";
import { faultOfHeld, type HeldApproval, type HeldFault } from "~/domain/matching/held-approval";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findMatch } from "~db/matches.server";
import { lockStudent } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type ApprovedAs, type ApprovePairRefusal, approvePairInScope } from "./approve-pair.server";

export type DecideRefusal = ApprovePairRefusal | HeldFault | "not_own";
type Decided = Outcome<{ as: ApprovedAs }, DecideRefusal>;

/**
 * Carries out one's own approval at once, without waiting for its undo window; the window of a colleague's approval is
 * theirs. The pursuit and the mark on the proposal are one fact. A pair that went its own
 * way meanwhile answers `already_live`, and its proposal is overtaken. Every other refusal leaves all as it was.
 */
export async function decideMatch(wiring: Wiring, actor: Actor, input: HeldApproval): Promise<Decided> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, (tx) => decideInScope(tx, wiring, actor, input));
}

/** The same within a transaction. */
export async function decideInScope(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  input: HeldApproval,
): Promise<Decided> {
  const key = { schoolId: actor.schoolId, matchId: input.matchId };
  const seen = await findMatch(tx, key);
  // Decisions about one student come one after another: what the match says now is what it says until the end.
  if (seen) await lockStudent(tx, { schoolId: actor.schoolId, studentId: seen.student_id });
  const match = seen && (await findMatch(tx, key));
  if (!match) return refused("not_found");
  const mark = (move: "approve" | "overtake", pursuitId: string | null) =>
    markMatch(tx, wiring, { actor, matchId: match.id, move, pursuitId });
  const fault = faultOfHeld(match, input);
  if (fault) return refused(fault);
  if (match.held_by !== actor.personId) return refused("not_own");
  const { student_id: studentId, listing_id: listingId, score } = match;
  const pair = await approvePairInScope(tx, wiring, actor, { studentId, listingId, score });
  if (!pair.ok) {
    if (pair.reason === "already_live") await mark("overtake", null);
    return pair;
  }
  const approved = await mark("approve", pair.value.pursuitId);
  return approved.ok ? done({ as: pair.value.as }) : approved;
}

interface Mark {
  actor: StaffActor;
  matchId: string;
  move: "approve" | "overtake";
  pursuitId: string | null;
}

function markMatch(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, matchId, move, pursuitId }: Mark,
): Promise<Outcome<unknown, AdvanceRefusal>> {
  const set = { pursuit_id: pursuitId, held_until: null, held_by: null, held_as: null, hold_fault: null };
  const now = wiring.clock.now();
  return advance(tx, { actor, noun: "match", id: matchId, move, met: [], notices: {}, set, now });
}

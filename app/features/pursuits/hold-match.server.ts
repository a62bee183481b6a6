import type { Actor, StaffActor } from "~/domain/actor";
import { UNDO_WINDOW } from "~/domain/matching/undo-window";
import { done, type Outcome, refused } from "~/domain/outcome";
import { placeCount } from "~/domain/pursuit/places";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { later } from "~/domain/time";
import { advance } from "~/lifecycle.server";
import { offerOf } from "~/steps/places.server";
import type { Wiring } from "~/wiring";
import { countHeldMatches, listHeldMatches } from "~db/held-matches.server";
import { enqueue } from "~db/jobs.server";
import { listTakenPlaces, lockListing } from "~db/listings.server";
import { findMatch, findNewestRun } from "~db/matches.server";
import { listStandingPursuits, lockStudent } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import { type ScopeTx, tryOut, withScope } from "~db/scope.server";
import { type ApprovedAs, approvePairInScope } from "./approve-pair.server";
import type { DecideRefusal } from "./decide-match.server";
import type { Suggestion } from "./suggest-pursuit.server";

export type Held = Outcome<{ as: ApprovedAs; until: string }, DecideRefusal | "plan_changed">;

/**
 * Approves a proposal on the board, to be carried out when the undo window has passed: until then nothing is written to
 * anybody and nothing comes of it. What would refuse the approval refuses it now; a proposal of a plan that is not on the
 * board any more answers `plan_changed`.
 */
export async function holdMatch(wiring: Wiring, actor: Actor, input: { matchId: string }): Promise<Held> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const key = { schoolId, matchId: input.matchId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Held> => {
    const seen = await findMatch(tx, key);
    if (seen) await lockStudent(tx, { schoolId, studentId: seen.student_id });
    const match = seen && (await findMatch(tx, key));
    if (!match) return refused("not_found");
    if (await isOfOlderPlan(tx, match)) return refused("plan_changed");
    if (match.state !== "proposed") return refused("decided_before");
    const { student_id: studentId, listing_id: listingId, score } = match;
    const tried = await tryApproval(tx, wiring, actor, { studentId, listingId, score });
    if (tried.ok) return holdInScope(tx, actor, { matchId: match.id, as: tried.value.as, now });
    if (tried.reason === "already_live")
      await advance(tx, { actor, noun: "match", id: match.id, move: "overtake", met: [], notices: {}, now });
    return tried;
  });
}

/** Whether an undecided proposal is of another plan than the one on the board. */
async function isOfOlderPlan(tx: ScopeTx, match: NonNullable<Awaited<ReturnType<typeof findMatch>>>): Promise<boolean> {
  if (match.state !== "proposed" && match.state !== "stale") return false;
  const newest = await findNewestRun(tx, { schoolId: match.school_id, state: "finished" });
  return newest !== undefined && match.run_id !== newest.id;
}

/**
 * Whether an approval could be carried out now: it is tried and taken back, with the places that other waiting approvals
 * will take counted as taken. The caller has locked the student.
 */
export async function tryApproval(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  pair: Suggestion,
): Promise<Outcome<{ as: ApprovedAs }, DecideRefusal>> {
  const { schoolId } = actor;
  const { listingId } = pair;
  const listing = await lockListing(tx, { schoolId, listingId });
  const tried = await tryOut(tx, () => approvePairInScope(tx, wiring, actor, pair));
  if (!tried.ok) return tried;
  const seats = listing ? (await offerOf(tx, listing)).seats : 0;
  const { placesPerSeat, livePursuitLimit } = await getSettings(tx, schoolId);
  const places = placeCount(seats, placesPerSeat);
  const taken = (await listTakenPlaces(tx, { schoolId, listingId })).length;
  if (taken + (await countHeldMatches(tx, { schoolId, listingId })) >= places) return refused("no_place", { seats });
  const { as } = tried.value;
  if (as === "suggested" && (await willBeLive(tx, actor, pair)) > livePursuitLimit)
    return refused("too_many_live", { limit: livePursuitLimit });
  return done({ as });
}

/** Pursuits of a student that will be live when this suggestion and all that wait are carried out; requests are among them. */
async function willBeLive(tx: ScopeTx, { schoolId }: StaffActor, { studentId }: Suggestion): Promise<number> {
  const live = (await listStandingPursuits(tx, { schoolId, studentId })).filter(({ state }) => state !== "accepted");
  const waiting = (await listHeldMatches(tx, { schoolId, studentId })).filter((match) => match.held_as === "suggested");
  return live.length + waiting.length + 1;
}

/** Lets an approval wait for its undo window, and promises to carry it out then. */
export async function holdInScope(
  tx: ScopeTx,
  actor: StaffActor,
  { matchId, as, now }: { matchId: string; as: ApprovedAs; now: Date },
): Promise<Held> {
  const runAt = new Date(later(now.toISOString(), UNDO_WINDOW));
  const until = runAt.toISOString();
  const set = { held_until: until, held_by: actor.personId, held_as: as, hold_fault: null };
  const held = await advance(tx, { actor, noun: "match", id: matchId, move: "hold", met: [], notices: {}, set, now });
  // The caller holds the student's lock: only a plan that was kept at this moment takes the proposal away.
  if (!held.ok) return held.reason === "wrong_state" ? refused("plan_changed") : held;
  await enqueue(tx, "approve-held", { schoolId: actor.schoolId, matchId }, { runAt });
  return done({ as, until });
}

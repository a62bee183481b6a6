import type { StaffActor } from "~/domain/actor";
import type { Safeguard } from "~/domain/matching/eligibility";
import type { PairIds } from "~/domain/matching/evidence";
import { faultOfLock, type RestingLock } from "~/domain/matching/locks-that-hold";
import type { Mode } from "~/domain/matching/mode";
import { capacityOf, mostEach } from "~/domain/matching/plan-edges";
import type { PlanInput } from "~/domain/matching/plan-types";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { listHeldMatches } from "~db/held-matches.server";
import { findListing } from "~db/listings.server";
import { listPursuitRows } from "~db/match-evidence.server";
import { findNewestRun } from "~db/matches.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { gatherPlan } from "./plan-input.server";

export type LockRefusal =
  | "locked_elsewhere"
  | "has_most"
  | "has_most_live"
  | "in_view"
  | "not_looking"
  | "not_in_plans"
  | "no_seat"
  | "no_place"
  | "reason_missing"
  | Safeguard;

export interface LockWish extends PairIds {
  /** Empty for none. */
  reason: string;
  now: Date;
}

/** Whether the lock may be taken, and whether it then stands against the rules, by its reason. */
type Verdict = Outcome<boolean, LockRefusal>;

export interface JudgedLock {
  wish: LockWish;
  verdict: Verdict;
  /** What was decided about this student and this listing when it was judged. */
  decided: string;
}

/**
 * Judges a lock: it is taken when the next plan of the kind on the board would keep it. That reads what a plan reads, so ask
 * `withOneMoment` before anything is locked, and hand the answer to `judgeLockAgain` under the student's and the listing's
 * lock.
 */
export async function judgeLock(tx: ScopeTx, actor: StaffActor, wish: LockWish): Promise<JudgedLock> {
  const decided = await decidedAbout(tx, actor, wish);
  return { wish, decided, verdict: await verdictOf(tx, actor, wish) };
}

/**
 * The verdict as it still is, for a caller who holds the locks: asked anew only where somebody decided in between. Then reads
 * follow each other, but whoever decides about this student or this listing waits for the locks.
 */
export async function judgeLockAgain(tx: ScopeTx, actor: StaffActor, judged: JudgedLock): Promise<Verdict> {
  const { wish, verdict, decided } = judged;
  return decided === (await decidedAbout(tx, actor, wish)) ? verdict : verdictOf(tx, actor, wish);
}

/** Everything but evidence that a verdict follows from. A lock that stale evidence let through rests in the next plan. */
async function decidedAbout(tx: ScopeTx, { schoolId }: StaffActor, wish: LockWish): Promise<string> {
  const isAbout = (row: { student_id: string; listing_id: string }) =>
    row.student_id === wish.studentId || row.listing_id === wish.listingId;
  const rulings = (await listStandingRulings(tx, { schoolId })).filter(isAbout);
  const pursuits = (await listPursuitRows(tx, { schoolId })).filter(isAbout);
  const held = (await listHeldMatches(tx, { schoolId })).filter(isAbout);
  const pauses = (await listPlanPauses(tx, { schoolId })).filter((pause) => pause.listing_id === wish.listingId);
  const listing = await findListing(tx, { schoolId, listingId: wish.listingId });
  const board = await findNewestRun(tx, { schoolId, state: "finished" });
  return JSON.stringify([
    rulings.map((row) => [row.student_id, row.listing_id, row.ruling]),
    pursuits.map((row) => [row.student_id, row.listing_id, row.state]),
    held.map((row) => [row.student_id, row.listing_id, row.held_as]),
    [pauses.length, listing?.state, listing?.seats, board?.id],
  ]);
}

async function verdictOf(tx: ScopeTx, actor: StaffActor, wish: LockWish): Promise<Verdict> {
  const { schoolId, districtId, personId } = actor;
  const { studentId, listingId, reason, now } = wish;
  const board = await findNewestRun(tx, { schoolId, state: "finished" });
  const mode = (board?.mode ?? "balanced") as Mode;
  const { input, settled } = await gatherPlan(tx, { schoolId, districtId, now, mode });
  const standing = { inView: new Set(settled), notLooking: new Set(input.optedOutStudentIds) };
  const lock = { studentId, listingId };
  const override = { actorId: personId, reason: reason || "asked" };
  const fault = faultOfLock(input, { ...lock, override }, standing);
  if (fault) return refusalOf(tx, fault, { input, lock, schoolId });
  if (faultOfLock(input, lock, standing) === null) return done(false);
  return reason === "" ? refused("reason_missing") : done(true);
}

/** Why the kind of plan on the board could not keep the lock, with the number or the name that stands in its way. */
async function refusalOf(
  tx: ScopeTx,
  fault: RestingLock["reason"],
  { input, lock, schoolId }: { input: PlanInput; lock: PairIds; schoolId: string },
): Promise<Refused<LockRefusal>> {
  const isSlate = input.mode === "slate";
  switch (fault) {
    case "in_view":
    case "not_looking":
    case "mentor_suspended":
    case "forbidden_pair":
      return refused(fault);
    case "unknown_pair":
      return refused("not_in_plans");
    case "student_locked_twice": {
      if (isSlate) return refused("has_most", { most: mostEach(input) });
      const rulings = await listStandingRulings(tx, { schoolId });
      const other = rulings.find(({ ruling, student_id }) => ruling === "locked" && student_id === lock.studentId);
      return refused("locked_elsewhere", { title: other?.title ?? "" });
    }
    case "student_has_most_live":
      return refused("has_most_live", { limit: (await getSettings(tx, schoolId)).livePursuitLimit });
    case "lock_over_capacity": {
      const placement = input.placements.find((one) => one.listingId === lock.listingId);
      const seats = placement ? capacityOf(placement, input.mode) : 0;
      return isSlate ? refused("no_place", { places: seats }) : refused("no_seat", { seats });
    }
    case "lock_not_eligible":
    case "locked_and_forbidden":
      throw new Error(`A lock with a reason, of a pair that nobody rules out any more, was refused: ${fault}`);
  }
}

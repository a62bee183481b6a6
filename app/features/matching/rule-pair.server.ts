import type { Actor, StaffActor } from "~/domain/actor";
import type { PairIds } from "~/domain/matching/evidence";
import { faultOfLock, type RestingLock } from "~/domain/matching/locks-that-hold";
import type { Mode } from "~/domain/matching/mode";
import { capacityOf, mostEach } from "~/domain/matching/plan-edges";
import type { PlanInput } from "~/domain/matching/plan-types";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { findNewestRun } from "~db/matches.server";
import { findRuling, listStandingRulings, putRuling, type Ruling } from "~db/pair-rulings.server";
import { lockStudent } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { gatherPlan } from "./plan-input.server";

export interface PairRuling {
  studentId: string;
  listingId: string;
  ruling: Ruling;
  /** The revision of the ruling that the page showed, 0 for a pair that nobody had ruled on. */
  seen: number;
  /** Why. A lock of a pair that the rules exclude needs one. */
  reason: string;
}

export type RulePairRefusal =
  | "not_permitted"
  | "not_found"
  | "changed_before"
  | "locked_elsewhere"
  | "has_most"
  | "has_most_live"
  | "in_view"
  | "not_looking"
  | "not_in_plans"
  | "no_seat"
  | "no_place"
  | "reason_missing";

/**
 * A coordinator settles a pair for every plan to come: it stays (`locked`), it never comes (`forbidden`), or plans decide
 * again (`released`). When somebody ruled on the pair since the page was shown nothing is overwritten: `changed_before` says
 * who and what. Nobody outside the board hears of it.
 */
export async function rulePair(
  wiring: Wiring,
  actor: Actor,
  input: PairRuling,
): Promise<Outcome<{ revision: number }, RulePairRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { studentId, listingId, ruling, seen } = input;
  const now = wiring.clock.now();
  const reason = input.reason.trim();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    if (!(await lockListing(tx, { schoolId, listingId }))) return refused("not_found");
    const current = await findRuling(tx, { schoolId, studentId, listingId });
    if ((current?.revision ?? 0) !== seen)
      return refused("changed_before", { by: current?.ruled_by_name ?? "", ruling: current?.ruling ?? "released" });
    const lock = ruling === "locked" ? await mayLock(tx, actor, { studentId, listingId, reason, now }) : done(false);
    if (!lock.ok) return lock;
    const pair = { schoolId, studentId, listingId };
    const revision = await putRuling(tx, { ...pair, ruling, overrides: lock.value, reason, by: actor.personId, now });
    const evidence = `listing ${listingId}`;
    const from = current?.ruling ?? null;
    const act = { actor, noun: "pair_ruling", nounId: studentId, transition: ruling, from, to: ruling, evidence };
    await recordAct(tx, { ...act, reason, now });
    return done({ revision });
  });
}

interface Wish {
  studentId: string;
  listingId: string;
  reason: string;
  now: Date;
}

/**
 * A lock is taken when the next plan of the kind on the board would keep it. Answers whether it stands against the rules, by
 * its reason.
 */
async function mayLock(tx: ScopeTx, actor: StaffActor, wish: Wish): Promise<Outcome<boolean, RulePairRefusal>> {
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
): Promise<Refused<RulePairRefusal>> {
  const isSlate = input.mode === "slate";
  switch (fault) {
    case "in_view":
    case "not_looking":
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

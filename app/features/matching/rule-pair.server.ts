import type { Actor, StaffActor } from "~/domain/actor";
import { matchPair } from "~/domain/matching/pair";
import { capacityOf } from "~/domain/matching/plan-edges";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { findLockOf, findRuling, listStandingRulings, putRuling, type Ruling } from "~db/pair-rulings.server";
import { lockStudent } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";

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
  | "in_view"
  | "no_seat"
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

/** Answers whether the lock stands against the rules, by its reason. */
async function mayLock(
  tx: ScopeTx,
  { schoolId, districtId }: StaffActor,
  wish: { studentId: string; listingId: string; reason: string; now: Date },
): Promise<Outcome<boolean, RulePairRefusal>> {
  const { studentId, listingId, reason, now } = wish;
  const elsewhere = await findLockOf(tx, { schoolId, studentId });
  if (elsewhere && elsewhere.listing_id !== listingId) return refused("locked_elsewhere", { title: elsewhere.title });
  const evidence = await gatherEvidence(tx, { schoolId, districtId, now, studentId, listingIds: [listingId] });
  const [student] = evidence.students;
  const [placement] = evidence.placements;
  if (!student || !placement) return refused("not_found");
  if (student.currentSeatListingIds.length > 0) return refused("in_view");
  const seats = capacityOf(placement);
  const others = (await listStandingRulings(tx, { schoolId })).filter(
    (other) => other.ruling === "locked" && other.listing_id === listingId && other.student_id !== studentId,
  );
  if (others.length >= seats) return refused("no_seat", { seats });
  if (matchPair(student, placement, evidence.context).eligible) return done(false);
  return reason === "" ? refused("reason_missing") : done(true);
}

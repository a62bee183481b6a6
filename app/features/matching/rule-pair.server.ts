import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockListing } from "~db/listings.server";
import { findRuling, putRuling, type Ruling } from "~db/pair-rulings.server";
import { lockStudent } from "~db/pursuits.server";
import { withOneMoment, withScope } from "~db/scope.server";
import { judgeLock, judgeLockAgain, type LockRefusal } from "./judge-lock.server";

export interface PairRuling {
  studentId: string;
  listingId: string;
  ruling: Ruling;
  /** The revision of the ruling that the page showed, 0 for a pair that nobody had ruled on. */
  seen: number;
  /** Why. A lock of a pair that the rules exclude needs one. */
  reason: string;
}

export type RulePairRefusal = "not_permitted" | "not_found" | "changed_before" | LockRefusal;

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
  const wish = { studentId, listingId, reason, now };
  const judged = ruling === "locked" ? await withOneMoment(wiring, actor, (tx) => judgeLock(tx, actor, wish)) : null;
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    if (!(await lockListing(tx, { schoolId, listingId }))) return refused("not_found");
    const current = await findRuling(tx, { schoolId, studentId, listingId });
    if ((current?.revision ?? 0) !== seen)
      return refused("changed_before", { by: current?.ruled_by_name ?? "", ruling: current?.ruling ?? "released" });
    const lock = judged ? await judgeLockAgain(tx, actor, judged) : done(false);
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

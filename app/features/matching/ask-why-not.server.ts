import type { Actor } from "~/domain/actor";
import { changedPlan } from "~/domain/matching/changed-plan";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import { SAFEGUARDS } from "~/domain/matching/eligibility";
import type { PairIds } from "~/domain/matching/evidence";
import type { BlockerCode, Finding } from "~/domain/matching/findings";
import { priceOfLocking, priceOfReleasing } from "~/domain/matching/lock-price";
import type { Mode } from "~/domain/matching/mode";
import { isWarm, modeOf, type OpenPlan } from "~/domain/matching/open-plan";
import { isSamePair } from "~/domain/matching/plan-locks";
import type { Lock } from "~/domain/matching/plan-types";
import { type WhyNot, whyNot } from "~/domain/matching/why-not";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlan } from "./counted-plan.server";
import { type NamedPrice, namedChange, namedPrice } from "./named-price";
import type { PlanNames as Names } from "./plan-names.server";
import type { NoPlanToAsk } from "./plan-on-board.server";

/** What the plan on the board says of a pair, and what it would cost to have it, in names that a coordinator may read. */
export interface WhyNotAnswer {
  code: WhyNot["code"];
  mode: Mode;
  /** What the student has in the plan instead; several in a slate. */
  instead: string[];
  /** Seats there that locks leave, where all are taken. */
  seats: number;
  /** The rules that excluded the pair when the plan was made. */
  blockers: Finding<BlockerCode>[];
  /** Of a locked pair what its release would change, of any other one what a lock would; null where no plan could keep it. */
  price: NamedPrice | null;
  isLocked: boolean;
  /** It is there because it is approved, and no plan moves it. */
  isApproved: boolean;
  /** What was decided since the plan was made; counted in as far as it can be. */
  since: SinceThePlan;
}

/** Why the plan on the board does not have a pair, exactly, and what a lock of it would cost. Nothing is stored. */
export async function askWhyNot(
  wiring: Wiring,
  actor: Actor,
  pair: PairIds,
): Promise<Outcome<WhyNotAnswer, "not_permitted" | "unknown_pair" | NoPlanToAsk>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlan(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since, names } = counted.value;
    const asked = whyNot(plan, pair);
    if (!asked.ok) return asked;
    const { code, ...rest } = asked.value;
    const isLocked = (plan.input.locks ?? []).some((lock) => isSamePair(lock, pair));
    const instead =
      "listingIds" in rest ? rest.listingIds : "listingId" in rest && rest.listingId ? [rest.listingId] : [];
    return done({
      code,
      mode: modeOf(plan),
      instead: instead.map(names.titleOf),
      seats: "seats" in rest ? rest.seats : 0,
      blockers: "blockers" in rest ? rest.blockers : [],
      price: priceOfDeciding(plan, { pair, answer: asked.value, by: personId, names }),
      isLocked,
      isApproved: (plan.input.approved ?? []).some((one) => isSamePair(one, pair)),
      since,
    });
  });
}

/** A pair that the rules exclude may be locked by a reason, which the coordinator would have to write. */
function priceOfDeciding(
  plan: OpenPlan,
  { pair, answer, by, names }: { pair: PairIds; answer: WhyNot; by: string; names: Names },
): NamedPrice | null {
  // A lock of somebody who gets nothing from the plan would rest.
  if (answer.code === "not_looking") return null;
  // Nor is a lock taken that a safeguard stands against, whatever its reason.
  if (answer.code === "not_eligible" && answer.blockers.some(isSafeguard)) return null;
  const override = answer.code === "not_eligible" && { override: { actorId: by, reason: answer.code } };
  const lock: Lock = { ...pair, ...override };
  if (!isWarm(plan)) {
    const isLocked = (plan.input.locks ?? []).some((one) => isSamePair(one, pair));
    const asked = changedPlan(plan, [isLocked ? { kind: "unlock", ...pair } : { kind: "lock", ...lock }]);
    return asked.ok ? namedChange(asked.value, names) : null;
  }
  const price = priceOfReleasing(plan, pair) ?? ("chain" in answer ? answer : priceOfLocking(plan, lock));
  return price && namedPrice(price, names);
}

function isSafeguard({ code }: Finding<BlockerCode>): boolean {
  return SAFEGUARDS.some((safeguard) => safeguard === code);
}

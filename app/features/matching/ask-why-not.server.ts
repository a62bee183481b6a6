import type { Actor } from "~/domain/actor";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import type { BlockerCode, Finding } from "~/domain/matching/findings";
import { type Price, priceOfLocking, priceOfReleasing } from "~/domain/matching/lock-price";
import type { WarmPlan } from "~/domain/matching/warm-plan";
import { type WhyNot, whyNot } from "~/domain/matching/why-not";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlanOf } from "./counted-plan-of.server";
import { type NamedPrice, namedPrice } from "./named-price";
import { namesForPlan } from "./plan-names.server";
import type { NoWarmPlan } from "./warm-plan-of.server";

/** What the plan on the board says of a pair, and what it would cost to have it, in names that a coordinator may read. */
export interface WhyNotAnswer {
  code: WhyNot["code"];
  /** What the student has in the plan instead. */
  instead: string | null;
  /** Seats there that locks leave, where all are taken. */
  seats: number;
  /** The rules that excluded the pair when the plan was made. */
  blockers: Finding<BlockerCode>[];
  /** Of a locked pair what its release would change, of any other one what a lock would; null where no plan could keep it. */
  price: NamedPrice | null;
  isLocked: boolean;
  /** What was decided since the plan was made; counted in as far as it can be. */
  since: SinceThePlan;
}

/** Why the plan on the board does not have a pair, exactly, and what a lock of it would cost. Nothing is stored. */
export async function askWhyNot(
  wiring: Wiring,
  actor: Actor,
  pair: PairIds,
): Promise<Outcome<WhyNotAnswer, "not_permitted" | "unknown_pair" | NoWarmPlan>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlanOf(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since } = counted.value;
    const asked = whyNot(plan, pair);
    if (!asked.ok) return asked;
    const names = await namesForPlan(tx, schoolId);
    const { code, ...rest } = asked.value;
    const { isLocked, price } = priceOfDeciding(plan, { pair, answer: asked.value, by: personId });
    return done({
      code,
      instead: "listingId" in rest && rest.listingId ? names.titleOf(rest.listingId) : null,
      seats: "seats" in rest ? rest.seats : 0,
      blockers: "blockers" in rest ? rest.blockers : [],
      price: price && namedPrice(price, names),
      isLocked,
      since,
    });
  });
}

/** A pair that the rules exclude may be locked by a reason, which the coordinator would have to write. */
function priceOfDeciding(
  plan: WarmPlan,
  { pair, answer, by }: { pair: PairIds; answer: WhyNot; by: string },
): { isLocked: boolean; price: Price | null } {
  const released = priceOfReleasing(plan, pair);
  if (released) return { isLocked: true, price: released };
  if ("chain" in answer) return { isLocked: false, price: answer };
  const override = answer.code === "not_eligible" && { override: { actorId: by, reason: answer.code } };
  return { isLocked: false, price: priceOfLocking(plan, { ...pair, ...override }) };
}

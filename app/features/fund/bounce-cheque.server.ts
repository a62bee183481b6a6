import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { bringGiftUpToDate, NOT_AT_STRIPE, truthOf } from "~/steps/gift-ledger.server";
import type { Wiring } from "~/wiring";
import { endGift, lockGift } from "~db/gifts.server";
import { withScope } from "~db/scope.server";

export type BounceRefusal = "not_permitted" | "not_found" | "not_a_cheque" | "already";

/** An admin takes down that a cheque came back, or was entered by mistake. What was spent of it shows as a shortfall. */
export async function bounceCheque(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, BounceRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.way !== "cheque") return refused("not_a_cheque");
    if (!(await endGift(tx, { schoolId, giftId, because: "cheque_bounced_at", now }))) return refused("already");
    const bounced = { ...gift, cheque_bounced_at: now.toISOString() };
    await bringGiftUpToDate(tx, { actor, gift: bounced, truth: truthOf(bounced, NOT_AT_STRIPE), cause: "bounce", now });
    return done(null);
  });
}

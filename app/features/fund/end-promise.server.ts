import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { askGift } from "~/steps/ask-gift.server";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { endGiftPromise, lockGift } from "~db/gifts.server";

export type EndPromiseRefusal = "not_permitted" | "not_found" | "not_a_promise" | AskFault;

/** Staff take down that a pledge will not be paid: nothing is owed any more, and payment pages that are open for it end. A payment that comes all the same is booked. */
export async function endPromise(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, EndPromiseRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.standing !== "pledged") return refused("not_a_promise");
    const asked = await askGift(tx, { wiring, gift });
    if (!asked.ok) return asked;
    const { at, atStripe } = asked.value;
    // Nothing more is asked for: what is open for it ends first.
    for (const reference of atStripe.openCheckouts) {
      const closed = await at?.payments.closeCheckout(at.key, { giftId, reference });
      if (closed?.ok === false) return refusedBy(closed.reason);
    }
    const ended = { ...gift, promise_ended_at: now.toISOString() };
    const truth = truthOf(ended, atStripe);
    await bringGiftUpToDate(tx, { wiring, actor, gift: ended, truth, cause: "end promise", now });
    await endGiftPromise(tx, { schoolId, giftId, now });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { isPracticeAmongPeople } from "~/domain/fund/practice";
import { done, type Outcome, refused } from "~/domain/outcome";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockGift } from "~db/gifts.server";
import { putThanksShown } from "~db/thanks.server";

export type ShowThanksRefusal =
  | "not_permitted"
  | "not_found"
  | "not_wished"
  | "not_paid"
  | "practice"
  | "payments_away";

/**
 * Staff have read how a donor wishes to be thanked, and put it on the school's public page, or take it off: words that strangers
 * wrote stand nowhere before. Nobody is shown who does not wish it, or whose money has not come.
 */
export async function showThanks(
  wiring: Wiring,
  actor: Actor,
  { giftId, place }: { giftId: string; place: "shown" | "hidden" },
): Promise<Outcome<null, ShowThanksRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (place === "shown" && isPracticeAmongPeople(gift.book, wiring.env.mode)) return refused("practice");
    if (place === "shown" && gift.thanks === "none") return refused("not_wished");
    if (place === "shown" && gift.standing !== "paid") return refused("not_paid");
    await putThanksShown(tx, { schoolId, giftId, shownAt: place === "shown" ? now : null });
    await recordAct(tx, { actor, noun: "gift", nounId: giftId, transition: `thanks ${place}`, now });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { isUnderWay } from "~/domain/fund/gift-truth";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { emptyDonor } from "~db/donors.server";
import { lockGift } from "~db/gifts.server";

export type ForgetDonorRefusal = "not_permitted" | "not_found" | "under_way" | "origin_unasked" | "payments_away";

/**
 * An admin forgets who gave, when a donor asks for it: name, address, words, the numbers of their checks and what was said of them, the
 * number of their order, the mails they were sent and the links they were sent. The money and its lines stay, and so does which
 * organisation it is from: of a stipend that is said before, while somebody can still know. What Stripe keeps, the donor asks Stripe
 * about.
 */
export async function forgetDonor(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, ForgetDonorRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (isUnderWay(gift.standing)) return refused("under_way");
    if (gift.purpose === "stipend" && gift.origin === "unasked") return refused("origin_unasked");
    await emptyDonor(tx, { schoolId, giftId, now });
    await recordAct(tx, { actor, noun: "gift", nounId: giftId, transition: "forget donor", now });
    return done(null);
  });
}

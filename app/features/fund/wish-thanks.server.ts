import type { Actor } from "~/domain/actor";
import { keptWish, type ThanksWish } from "~/domain/fund/thanks";
import { done, type Outcome, refused } from "~/domain/outcome";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockGift } from "~db/gifts.server";
import { putThanksWish } from "~db/thanks.server";
import { findDonorGift } from "./find-donor-gift.server";

export type WishThanksRefusal = "not_permitted" | "not_found" | "wished_unnamed" | "payments_away";

/** A donor says how they wish to be thanked in public, or that they do not: what was shown of it goes at once. */
export async function wishThanks(
  wiring: Wiring,
  actor: Actor,
  { giftId, ...wish }: ThanksWish & { giftId: string },
): Promise<Outcome<null, WishThanksRefusal>> {
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { fund } = found.value;
  const { schoolId } = fund;
  const now = wiring.clock.now();
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.anonymous && wish.thanks === "named") return refused("wished_unnamed");
    await putThanksWish(tx, { schoolId, giftId, ...keptWish(wish) });
    const by = actor.kind === "link" ? actor : fund;
    await recordAct(tx, { actor: by, noun: "gift", nounId: giftId, transition: `wish thanks ${wish.thanks}`, now });
    return done(null);
  });
}

import { payGift } from "~/features/fund/pay-gift.server";
import { type GiftWish, startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import { aWish, donor, type FundStage } from "./fund";
import { valueIn } from "./stage";

/** A promise of $100 that nobody has paid; answers the gift's id. */
export async function promiseOf({ wiring }: FundStage, own: Partial<GiftWish> = {}): Promise<string> {
  return valueIn(await startGift(wiring, donor, aWish({ payLater: true, ...own }))).giftId;
}

/** The donor asks where to pay. */
export function payFor({ wiring }: FundStage, giftId: string) {
  const returnUrl = "http://localhost:3000/give";
  return payGift(wiring, donor, { giftId, title: "Bus passes", returnUrl, language: "en" });
}

/** An admin enters a check that came for a gift. */
export function enterCheck({ wiring }: FundStage, { giftId, amount }: { giftId: string; amount: string }) {
  const cheque = { giftId, amount, chequeNumber: "4471", receivedOn: "2026-10-14" };
  return takeChequeFor(wiring, castActor(cast.priya), cheque);
}

import type { Actor } from "~/domain/actor";
import { unpaidMinor } from "~/domain/fund/gift-truth";
import { done, type Outcome, refused } from "~/domain/outcome";
import { truthOf } from "~/steps/gift-ledger.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import { addGiftReferences, listGiftReferences, lockGift } from "~db/gifts.server";
import { findDonorGift } from "./find-donor-gift.server";
import { PAYABLE } from "./open-gift.server";

export interface PayWish {
  giftId: string;
  /** What the donor reads at Stripe, in their language: "Bus passes, Lakeview". */
  title: string;
  /** The gift's page, by which they come back. */
  returnUrl: string;
  language: string;
}

export type PayGiftRefusal = "not_permitted" | "not_found" | "nothing_to_pay" | "fund_closed" | "payments_away";

/**
 * Answers where a gift that is not paid yet can be paid, and opens a checkout when nothing is open. The gift is locked from the
 * question to the note of what was opened, so that clicks at once, from one page or from several, lead to the same checkout.
 */
export async function payGift(
  wiring: Wiring,
  actor: Actor,
  { giftId, title, returnUrl, language }: PayWish,
): Promise<Outcome<{ url: string }, PayGiftRefusal>> {
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { account, fund } = found.value;
  const { payments } = wiring;
  if (!payments || !account) return refused("fund_closed");
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift || !PAYABLE.includes(gift.standing) || gift.promise_ended_at) return refused("nothing_to_pay");
    const references = await listGiftReferences(tx, { schoolId, giftId });
    const atStripe = await payments.readGift(account.key, references);
    if (!atStripe.ok) return refused("payments_away");
    if (atStripe.value.payUrl) return done({ url: atStripe.value.payUrl });
    // The ledger follows the event; Stripe may know of a payment already.
    const restMinor = unpaidMinor(gift.minor, truthOf(gift, atStripe.value));
    if (restMinor === 0) return refused("nothing_to_pay");
    const { settings } = await getFund(tx, { schoolId });
    const opened = await payments.openCheckout(account.key, {
      giftId,
      attempt: references.filter((id) => id.startsWith("cs_")).length + 1,
      minor: restMinor,
      currency: gift.currency,
      title,
      donorMail: gift.donor_mail || null,
      statementDescriptor: settings.statementDescriptor,
      doneUrl: returnUrl,
      backUrl: returnUrl,
      language,
    });
    if (!opened.ok) return refused("payments_away");
    const { reference, url } = opened.value;
    await addGiftReferences(tx, { schoolId, giftId, book: gift.book as Book, references: [reference] });
    return done({ url });
  });
}

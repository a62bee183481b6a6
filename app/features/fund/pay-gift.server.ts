import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import { addGiftReferences } from "~db/gifts.server";
import { withScope } from "~db/scope.server";
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
 * Opens a checkout for a gift that is not paid yet and answers its address. While one is open the same one is answered; a
 * click twice makes one, because both ask with the same idempotency key.
 */
export async function payGift(
  wiring: Wiring,
  actor: Actor,
  { giftId, title, returnUrl, language }: PayWish,
): Promise<Outcome<{ url: string }, PayGiftRefusal>> {
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { gift, references, account, fund } = found.value;
  const { payments } = wiring;
  if (!payments || !account) return refused("fund_closed");
  if (!PAYABLE.includes(gift.standing) || gift.promise_ended_at) return refused("nothing_to_pay");
  const { schoolId } = fund;
  const atStripe = await payments.readGift(account.key, references);
  if (!atStripe.ok) return refused("payments_away");
  if (atStripe.value.payUrl) return done({ url: atStripe.value.payUrl });
  // The ledger follows the event; Stripe may know of a payment already.
  if (atStripe.value.charges.some(({ status }) => status !== "failed")) return refused("nothing_to_pay");
  const settings = await withScope(wiring, fund, async (tx) => (await getFund(tx, { schoolId })).settings);
  const opened = await payments.openCheckout(account.key, {
    giftId,
    attempt: references.filter((id) => id.startsWith("cs_")).length + 1,
    minor: gift.minor,
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
  const book = gift.book as Book;
  await withScope(wiring, fund, (tx) => addGiftReferences(tx, { schoolId, giftId, book, references: [reference] }));
  return done({ url });
}

import type { Actor } from "~/domain/actor";
import { takesGift } from "~/domain/fund/closed-fund";
import { canBePaid, unpaidMinor } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import { isTooLittleToPay } from "~/domain/fund/smallest-payment";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { placeGift } from "~/steps/gift-account.server";
import { truthOf } from "~/steps/gift-ledger.server";
import { asPaidNow, leaveEndedAccount, openAccountNow } from "~/steps/leave-account.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import { addGiftReferences, lockGift } from "~db/gifts.server";
import { findDonorGift } from "./find-donor-gift.server";

export interface PayWish {
  giftId: string;
  /** What the donor reads at Stripe, in their language: "Bus passes, Lakeview". */
  title: string;
  /** The gift's page, by which they come back. */
  returnUrl: string;
  language: string;
}

export type PayGiftRefusal = "not_permitted" | "not_found" | "nothing_to_pay" | "fund_closed" | AskFault;

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
  const { fund } = found.value;
  const { payments } = wiring;
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx) => {
    const locked = await lockGift(tx, { schoolId, giftId });
    if (!locked || !canBePaid(locked.standing) || locked.promise_ended_at) return refused("nothing_to_pay");
    const paid = await asPaidNow(tx, locked);
    const { gift } = paid;
    const taking = await getFund(tx, { schoolId });
    const own = await openAccountNow(tx, wiring, paid);
    if (!payments || !own || !takesGift(taking, gift)) return refused("fund_closed");
    const placed = await placeGift(tx, { wiring, payments, paid, account: own });
    if (!placed.ok) return refusedBy(placed.reason);
    const { account, references, atStripe } = placed.value;
    // The ledger follows the event; Stripe may know of a payment already.
    const restMinor = unpaidMinor(gift.minor, truthOf(gift, atStripe));
    if (isTooLittleToPay(restMinor, gift.currency as Currency)) return refused("too_little_to_pay");
    if (atStripe.payUrl) return done({ url: atStripe.payUrl });
    if (restMinor === 0) return refused("nothing_to_pay");
    const asked = {
      giftId,
      attempt: references.filter((id) => id.startsWith("cs_")).length + 1,
      minor: restMinor,
      currency: gift.currency,
      title,
      donorMail: gift.donor_mail || null,
      statementDescriptor: taking.settings.statementDescriptor,
      doneUrl: returnUrl,
      backUrl: returnUrl,
      language,
    };
    const tried = await payments.openCheckout(account.key, asked);
    // An address that Stripe does not take is no reason to take no gift: the donor writes one there.
    const isAboutMail = !tried.ok && tried.reason === "mail_refused";
    const opened = isAboutMail ? await payments.openCheckout(account.key, { ...asked, donorMail: null }) : tried;
    if (!opened.ok) return refusedBy(opened.reason);
    const { reference, url } = opened.value;
    const { accountId } = account;
    await leaveEndedAccount(tx, paid);
    await addGiftReferences(tx, { schoolId, giftId, book: gift.book as Book, accountId, references: [reference] });
    return done({ url });
  });
}

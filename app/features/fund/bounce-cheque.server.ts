import type { Actor } from "~/domain/actor";
import { withoutCheque } from "~/domain/fund/booked-at-stripe";
import type { Cheque } from "~/domain/fund/cheque";
import type { Invoice } from "~/domain/fund/gift-truth";
import { mayRunFund } from "~/domain/fund/policy";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { GiftAtStripe } from "~/payments/port";
import { askGift } from "~/steps/ask-gift.server";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { askOfGift } from "~/steps/sync-gift.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { bounceGiftCheque } from "~db/gift-cheques.server";
import { type Gift, lockGift } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";

export type BounceRefusal = "not_permitted" | "not_found" | "already" | AskFault;

type AfterBounce = Pick<GiftAtStripe, "charges" | "invoices"> & { owedAgain: boolean };

/**
 * An admin takes down that a check came back, or was entered by mistake. What was spent of it shows as a shortfall; what it was for
 * is owed again: a promise stands again, an open invoice asks for it again, and where the invoice counts as paid the gift is promised.
 */
export async function bounceCheque(
  wiring: Wiring,
  actor: Actor,
  { giftId, chequeId }: { giftId: string; chequeId: string },
): Promise<Outcome<null, BounceRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    const cheque = gift?.cheques.find(({ id }) => id === chequeId);
    if (!gift || !cheque) return refused("not_found");
    if (cheque.bouncedAt !== null) return refused("already");
    const asked = await askAgain(tx, { wiring, gift, cheque });
    if (!asked.ok) return asked;
    const { owedAgain, ...atStripe } = asked.value;
    await bounceGiftCheque(tx, { schoolId, chequeId, owedAgain, now });
    const bounced = { ...cheque, bouncedAt: now.toISOString(), owedAgain };
    const left = { ...gift, cheques: gift.cheques.map((each) => (each.id === chequeId ? bounced : each)) };
    await bringGiftUpToDate(tx, { wiring, actor, gift: left, truth: truthOf(left, atStripe), cause: "bounce", now });
    return done(null);
  });
}

/** Lets an open invoice at Stripe ask for what the check had paid of it, and answers how the gift stands there then. */
async function askAgain(
  tx: ScopeTx,
  { wiring, gift, cheque }: { wiring: Wiring; gift: Gift; cheque: Cheque },
): Promise<Outcome<AfterBounce, AskFault>> {
  const { invoice, creditNote } = cheque;
  const asked = await askGift(tx, { wiring, gift });
  if (!asked.ok) return asked;
  const { at } = asked.value;
  let { charges, invoices } = asked.value.atStripe;
  if (!at) invoices = withoutCheque(invoices, cheque);
  else if (creditNote !== null && invoices.some(({ id }) => id === invoice)) {
    const { payments, key } = at;
    const voided = await payments.voidCredit(key, { giftId: gift.id, reference: creditNote });
    // Stripe takes a note back only from an open invoice.
    if (!voided.ok && voided.reason !== "refused") return refusedBy(voided.reason);
    const after = await askOfGift(tx, { payments, key, gift });
    if (!after.ok) return refusedBy(after.reason);
    ({ charges, invoices } = after.value);
  }
  const isPaid = ({ id, status }: Invoice) => status === "paid" && (gift.way === "pledge" || id === invoice);
  return done({ charges, invoices, owedAgain: invoices.some(isPaid) });
}

import type { Actor } from "~/domain/actor";
import { isAsking, withoutInvoice } from "~/domain/fund/booked-at-stripe";
import { cameMinorOf, type Invoice, processingMinorOf } from "~/domain/fund/gift-truth";
import { mayUseFund } from "~/domain/fund/policy";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { canTakeBack } from "~/domain/fund/take-back";
import { done, type Outcome, refused } from "~/domain/outcome";
import { askGift } from "~/steps/ask-gift.server";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { syncGift } from "~/steps/sync-gift.server";
import { noteLeft } from "~/steps/tell-of-cheque.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { type Gift, lockGift } from "~db/gifts.server";
import { findDonorGift } from "./find-donor-gift.server";

export type VoidInvoiceRefusal = "not_permitted" | "not_found" | "no_invoice" | AskFault;

/**
 * The donor who asked for an invoice, or staff of the school, take it back: nothing is asked for any more. A promise that stood
 * before it stands again. An invoice that was paid in the meantime is not voided. Where its account was ended, only the books take it
 * back: there it can still be paid, and the school hears nothing of it.
 */
export async function voidInvoice(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, VoidInvoiceRefusal>> {
  const found = mayUseFund(actor) ? done({ fund: actor }) : await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { fund } = found.value;
  const { schoolId } = fund;
  const now = wiring.clock.now();
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    const asked = await askGift(tx, { wiring, gift });
    if (!asked.ok) return asked;
    const { at, atStripe } = asked.value;
    const { charges, invoices } = atStripe;
    const open = invoices.filter(isAsking);
    const can = canTakeBack({
      isAsked: open.length > 0 || (at !== null && isVoidUnheard(gift, invoices)),
      isAccountEnded: at === null,
      paidMinor: cameMinorOf({ charges, chequeMinor: 0 }),
      processingMinor: processingMinorOf({ charges }),
    });
    if (!can) return refused("no_invoice");
    if (!at) {
      await noteLeft(tx, { gift, invoices });
      const truth = truthOf(gift, { charges, invoices: withoutInvoice(invoices) });
      await bringGiftUpToDate(tx, { wiring, actor: fund, gift, truth, cause: "void invoice", now });
      return done(null);
    }
    const { payments, key } = at;
    for (const { id: reference } of open) {
      const voided = await payments.voidInvoice(key, { giftId, reference });
      if (!voided.ok) return refusedBy(voided.reason);
    }
    const synced = await syncGift(tx, { wiring, actor: fund, payments, key, gift, cause: "void invoice", now });
    return synced.ok ? done(null) : refusedBy(synced.reason);
  });
}

/** The books still ask for what is void at Stripe: the answer after it was lost. */
function isVoidUnheard({ standing }: Gift, invoices: readonly Invoice[]): boolean {
  const isAsked = standing === "invoiced" || standing === "uncollectible";
  return isAsked && invoices.every(({ status }) => status === "void" || status === "draft");
}

import type { Actor } from "~/domain/actor";
import type { Invoice } from "~/domain/fund/gift-truth";
import { mayUseFund } from "~/domain/fund/policy";
import { refusedBy, type StripeRefusal } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { openGiftAccount } from "~/steps/fund-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { type Gift, listGiftReferences, lockGift } from "~db/gifts.server";
import { findDonorGift } from "./find-donor-gift.server";

export type VoidInvoiceRefusal = "not_permitted" | "not_found" | "no_invoice" | StripeRefusal;

/**
 * The donor who asked for an invoice, or staff of the school, take it back: nothing is asked for any more. A promise that stood
 * before it stands again. An invoice that was paid in the meantime is not voided.
 */
export async function voidInvoice(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, VoidInvoiceRefusal>> {
  const found = mayUseFund(actor) ? done({ fund: actor }) : await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { fund } = found.value;
  const { payments } = wiring;
  const { schoolId } = fund;
  const now = wiring.clock.now();
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    const account = await openGiftAccount(tx, wiring, gift);
    if (!payments || !account) return refused("payments_away");
    const { key } = account;
    const references = await listGiftReferences(tx, { schoolId, giftId });
    const atStripe = await payments.readGift(key, references);
    if (!atStripe.ok) return refusedBy(atStripe.reason);
    const { charges, invoices } = atStripe.value;
    const isUnderWay = charges.some(({ status }) => status !== "failed");
    const open = invoices.filter(({ status }) => status === "open" || status === "uncollectible");
    if (isUnderWay || (open.length === 0 && !isVoidUnheard(gift, invoices))) return refused("no_invoice");
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

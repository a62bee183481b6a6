import { isAskedOrPaid } from "~/domain/fund/booked-at-stripe";
import { unpaidMinor } from "~/domain/fund/gift-truth";
import { refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { listGiftReferences, lockGift, noteInvoiceMailed, putGiftInvoice } from "~db/gifts.server";
import { type AskedInvoice, type DraftedInvoice, type DraftRefusal, isMailed, saysSame } from "./draft-invoice.server";
import { openGiftAccount } from "./fund-account.server";
import { truthOf } from "./gift-ledger.server";
import { readGift } from "./read-gift.server";
import { syncGift } from "./sync-gift.server";
import { withStripe } from "./with-stripe.server";

/**
 * Sends a draft, unless another invoice is asked for or became final in the meantime, or it asks for what is no longer owed. A checkout
 * that is open ends first. `draft_gone`: somebody has deleted the draft since it was made.
 */
export function issueInvoice(
  { wiring, fund, payments, request, now }: AskedInvoice,
  { reference, minor, shown }: DraftedInvoice,
): Promise<Outcome<"sent" | "draft_gone", DraftRefusal>> {
  const { giftId } = request;
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (isMailed(gift)) return saysSame(gift, request) ? done("sent") : refused("invoice_open");
    const account = await openGiftAccount(tx, wiring, gift);
    if (!account) return refused("fund_closed");
    const { key } = account;
    const references = await listGiftReferences(tx, { schoolId, giftId });
    const atStripe = await readGift({ payments, key, gift, references });
    if (!atStripe.ok) return refusedBy(atStripe.reason);
    const truth = truthOf(gift, atStripe.value);
    const others = truth.invoices.filter(({ id }) => id !== reference);
    if (others.some(isAskedOrPaid(truth.charges))) return refused("invoice_open");
    if (others.length === truth.invoices.length) return done("draft_gone");
    if (gift.promise_ended_at || unpaidMinor(gift.minor, truth) !== minor) return refused("nothing_to_pay");
    for (const checkout of atStripe.value.openCheckouts) {
      const closed = await payments.closeCheckout(key, { giftId, reference: checkout });
      if (!closed.ok) return refusedBy(closed.reason);
    }
    if (shown) await putGiftInvoice(tx, { schoolId, giftId, ...shown });
    const sent = await payments.issueInvoice(key, { giftId, reference });
    if (sent.ok) await noteInvoiceMailed(tx, { schoolId, giftId });
    const synced = await syncGift(tx, { wiring, actor: fund, payments, key, gift, cause: "invoice", now });
    if (!sent.ok) return refusedBy(sent.reason);
    return synced.ok ? done("sent") : refusedBy(synced.reason);
  });
}

import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AskedInvoice, type DraftRefusal, draftInvoice, type InvoiceRequest } from "~/steps/draft-invoice.server";
import { issueInvoice } from "~/steps/issue-invoice.server";
import type { Wiring } from "~/wiring";
import { findDonorGift } from "./find-donor-gift.server";

export type InvoiceGiftRefusal = DraftRefusal;

/**
 * A donor asks for an invoice with the number of their purchase order. Stripe writes and mails it; from now on it is owed. A
 * checkout that was open for the gift ends first, so that nobody pays twice. The draft is noted before it is made final: when an
 * answer is lost in between, asking again goes on with what Stripe has, and no gift is ever asked for by two invoices. One that is
 * final and was not mailed is mailed then. Asked for twice in the same words, it is mailed once, and both answers are the same.
 */
export async function invoiceGift(
  wiring: Wiring,
  actor: Actor,
  request: InvoiceRequest,
): Promise<Outcome<null, InvoiceGiftRefusal>> {
  const found = await findDonorGift(wiring, actor, { giftId: request.giftId });
  if (!found.ok) return refused(found.reason);
  const { fund, isTaken } = found.value;
  const { payments } = wiring;
  if (!payments || !isTaken) return refused("fund_closed");
  const asked: AskedInvoice = { wiring, actor, fund, payments, request, mail: "to_count", now: wiring.clock.now() };
  const first = await draftAndIssue(asked);
  // Anybody at the school may delete a draft at Stripe: another one takes its place.
  const isGone = first.ok && first.value === "draft_gone";
  const last = isGone ? await draftAndIssue({ ...asked, mail: "counted" }) : first;
  if (!last.ok) return last;
  return last.value === "sent" ? done(null) : refused("stripe_refused");
}

async function draftAndIssue(asked: AskedInvoice): Promise<Outcome<"sent" | "draft_gone", InvoiceGiftRefusal>> {
  const drafted = await draftInvoice(asked);
  if (!drafted.ok) return drafted;
  return drafted.value === null ? done("sent") : issueInvoice(asked, drafted.value);
}

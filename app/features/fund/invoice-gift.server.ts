import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { addDays } from "~/domain/time";
import { syncGift } from "~/steps/sync-gift.server";
import type { Wiring } from "~/wiring";
import { listGiftReferences, lockGift, putGiftInvoice } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findDonorGift } from "./find-donor-gift.server";

/** Days that a donor has to pay an invoice (domain.md, section 8). */
const INVOICE_DAYS = 30;

export interface InvoiceRequest {
  giftId: string;
  purchaseOrder: string;
  /** Where Stripe sends it; "" keeps the address that the gift has. */
  donorMail: string;
  /** What the donor reads on it, in their language. */
  title: string;
  language: string;
}

export type InvoiceGiftRefusal =
  | "not_permitted"
  | "not_found"
  | "nothing_to_pay"
  | "fund_closed"
  | "mail_missing"
  | "payments_away"
  | "invoice_open";

/** Standings in which nothing is asked for by mail yet. */
const UNASKED: readonly string[] = ["open", "pledged", "failed", "void"];

/**
 * A donor asks for an invoice with the number of their purchase order. Stripe writes and mails it; from now on it is owed. A
 * checkout that was open for the gift ends first, so that nobody pays twice.
 */
export async function invoiceGift(
  wiring: Wiring,
  actor: Actor,
  request: InvoiceRequest,
): Promise<Outcome<null, InvoiceGiftRefusal>> {
  const { giftId, title, language } = request;
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { account, fund } = found.value;
  const { payments } = wiring;
  if (!payments || !account) return refused("fund_closed");
  const { key } = account;
  const { schoolId } = fund;
  const now = wiring.clock.now();
  return withScope(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.standing === "invoiced") return refused("invoice_open");
    if (!UNASKED.includes(gift.standing) || gift.promise_ended_at) return refused("nothing_to_pay");
    const donorMail = request.donorMail.trim() || gift.donor_mail;
    if (donorMail === "") return refused("mail_missing");
    const before = await listGiftReferences(tx, { schoolId, giftId });
    const atStripe = await payments.readGift(key, before);
    if (!atStripe.ok) return refused("payments_away");
    if (atStripe.value.charges.some(({ status }) => status !== "failed")) return refused("nothing_to_pay");
    for (const reference of atStripe.value.openCheckouts)
      if (!(await payments.closeCheckout(key, { giftId, reference })).ok) return refused("payments_away");
    const purchaseOrder = request.purchaseOrder.trim();
    const sent = await payments.sendInvoice(key, {
      ...{ giftId, minor: gift.minor, currency: gift.currency, title, donorMail, purchaseOrder, language },
      attempt: before.filter((id) => id.startsWith("in_")).length + 1,
      donorName: gift.donor_name,
      daysUntilDue: INVOICE_DAYS,
    });
    if (!sent.ok) return refused("payments_away");
    const dueOn = addDays(civilDate(now, (await getSchool(tx, schoolId)).time_zone), INVOICE_DAYS);
    await putGiftInvoice(tx, { schoolId, giftId, purchaseOrder, donorMail, dueOn });
    const named = [sent.value.reference];
    const synced = await syncGift(tx, { wiring, actor: fund, payments, key, gift, named, cause: "invoice", now });
    return synced.ok ? done(null) : refused("payments_away");
  });
}

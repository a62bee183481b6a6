import type Stripe from "stripe";
import type { InvoiceWish } from "./port";
import { digestOf } from "./request-digest";

/**
 * A draft: whom it goes to, the invoice, its one line. A draft asks nobody for anything, so one whose answer is lost does no harm.
 * Each request has a key of its own under one stem, so that asking again with the same words goes on where it stopped.
 */
export async function draftInvoice(stripe: Stripe, wish: InvoiceWish): Promise<{ reference: string }> {
  const { giftId, attempt, minor: amount, currency, title, donorName, donorMail, purchaseOrder } = wish;
  const step = (name: string) => ({
    idempotencyKey: `gift:${giftId}:invoice:${attempt}:${digestOf(wish)}:${name}`,
  });
  const { id: customer } = await stripe.customers.create(
    {
      name: donorName,
      email: donorMail,
      preferred_locales: [wish.language === "es" ? "es" : "en"],
      metadata: { gift: giftId },
    },
    step("customer"),
  );
  const { id: invoice } = await stripe.invoices.create(
    {
      customer,
      currency,
      collection_method: "send_invoice",
      days_until_due: wish.daysUntilDue,
      auto_advance: false,
      pending_invoice_items_behavior: "exclude",
      description: title,
      ...(purchaseOrder && { custom_fields: [{ name: "Purchase order", value: purchaseOrder }] }),
      metadata: { gift: giftId },
    },
    step("invoice"),
  );
  await stripe.invoiceItems.create({ customer, invoice, amount, currency, description: title }, step("line"));
  return { reference: invoice };
}

/** Makes a draft final, unless it is already, and lets Stripe mail it. Asked again, it mails nothing twice. */
export async function issueInvoice(
  stripe: Stripe,
  { giftId, reference }: { giftId: string; reference: string },
): Promise<null> {
  const step = (name: string) => ({ idempotencyKey: `gift:${giftId}:${name}:${reference}` });
  const { status } = await stripe.invoices.retrieve(reference);
  if (status === "draft") await stripe.invoices.finalizeInvoice(reference, { auto_advance: false }, step("final"));
  await stripe.invoices.sendInvoice(reference, {}, step("send"));
  return null;
}

import type Stripe from "stripe";
import type { InvoiceWish } from "./port";
import { digestOf } from "./request-digest";

/**
 * An invoice in five requests: whom it goes to, the invoice, its one line, final, sent. Each has a key of its own under one
 * stem, so that asking again after a lost answer goes on where it stopped.
 */
export async function sendInvoice(stripe: Stripe, wish: InvoiceWish): Promise<{ reference: string }> {
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
  await stripe.invoices.finalizeInvoice(invoice, { auto_advance: false }, step("final"));
  await stripe.invoices.sendInvoice(invoice, {}, step("send"));
  return { reference: invoice };
}

import type Stripe from "stripe";
import type { InvoiceWish } from "./port";
import { digestOf } from "./request-digest";
import { nothingToFind, writeOnce } from "./stripe-write";

/**
 * A draft: whom it goes to, the invoice, its one line. A draft asks nobody for anything, so one whose answer is lost does no harm.
 * Each request has a key of its own under one stem, so that asking again with the same words goes on where it stopped.
 */
export async function draftInvoice(stripe: Stripe, wish: InvoiceWish): Promise<{ reference: string }> {
  const { giftId, attempt, minor: amount, currency, title, donorName, donorMail, purchaseOrder } = wish;
  const keyOf = (name: string) => `gift:${giftId}:invoice:${attempt}:${digestOf(wish)}:${name}`;
  const metadata = { gift: giftId };
  const person: Stripe.CustomerCreateParams = {
    name: donorName,
    email: donorMail,
    preferred_locales: [wish.language === "es" ? "es" : "en"],
    metadata,
  };
  const { id: customer } = await writeOnce({
    key: keyOf("customer"),
    write: (options) => stripe.customers.create(person, options),
    find: nothingToFind,
  });
  const draft: Stripe.InvoiceCreateParams = {
    customer,
    currency,
    collection_method: "send_invoice",
    days_until_due: wish.daysUntilDue,
    auto_advance: false,
    pending_invoice_items_behavior: "exclude",
    description: title,
    ...(purchaseOrder && { custom_fields: [{ name: "Purchase order", value: purchaseOrder }] }),
    metadata,
  };
  const { id: invoice } = await writeOnce({
    key: keyOf("invoice"),
    write: (options) => stripe.invoices.create(draft, options),
    find: nothingToFind,
  });
  const line = { customer, invoice, amount, currency, description: title };
  await writeOnce({
    key: keyOf(`line:${invoice}`),
    write: async (options) => {
      await stripe.invoiceItems.create(line, options);
      return null;
    },
    find: async () => ((await stripe.invoices.retrieve(invoice)).amount_due === amount ? null : undefined),
  });
  return { reference: invoice };
}

/** Makes a draft final, unless it is already, and lets Stripe mail it. Asked again, it mails nothing twice, unless Stripe breaks down over it. */
export async function issueInvoice(
  stripe: Stripe,
  { giftId, reference }: { giftId: string; reference: string },
): Promise<null> {
  const keyOf = (name: string) => `gift:${giftId}:${name}:${reference}`;
  const isDraft = async () => (await stripe.invoices.retrieve(reference)).status === "draft";
  if (await isDraft())
    await writeOnce({
      key: keyOf("final"),
      write: async (options) => {
        await stripe.invoices.finalizeInvoice(reference, { auto_advance: false }, options);
        return null;
      },
      find: async () => ((await isDraft()) ? undefined : null),
    });
  await writeOnce({
    key: keyOf("send"),
    write: (options) => stripe.invoices.sendInvoice(reference, {}, options),
    find: nothingToFind,
  });
  return null;
}

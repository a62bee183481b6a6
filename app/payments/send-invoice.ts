import type Stripe from "stripe";
import type { InvoiceWish, OfGift } from "./port";
import { digestOf } from "./request-digest";
import { isMissing } from "./stripe-faults";
import { nothingToFind, writeOnce } from "./stripe-write";

type Draft = Stripe.InvoiceCreateParams;

/**
 * What stands on a statement alone has five to 22 characters (docs.stripe.com/get-started/account/statement-descriptors). A checkout puts
 * the school's words behind the name of the account; an invoice takes no ending, so that shorter words are left to Stripe's own there.
 */
const isWhole = (descriptor: string) => descriptor.length >= 5;

/**
 * A draft: whom it goes to, the invoice, its one line. A draft asks nobody for anything, so one whose answer is lost does no harm.
 * Each request has a key of its own under one stem, so that asking again with the same words goes on where it stopped.
 */
export async function draftInvoice(stripe: Stripe, wish: InvoiceWish): Promise<{ reference: string }> {
  const { giftId, attempt, minor: amount, currency, title, donorName, donorMail, purchaseOrder } = wish;
  const { purchaseOrderLabel, statementDescriptor } = wish;
  const keyOf = (name: string) => `gift:${giftId}:invoice:${attempt}:${digestOf(wish)}:${name}`;
  const metadata = { gift: giftId };
  const person = {
    name: donorName,
    email: donorMail,
    preferred_locales: [wish.language === "es" ? "es" : "en"],
    metadata,
  } satisfies Stripe.CustomerCreateParams;
  const { id: customer } = await writeOnce({
    key: keyOf("customer"),
    write: (options) => stripe.customers.create(person, options),
    find: nothingToFind,
  });
  const draft = {
    customer,
    currency,
    collection_method: "send_invoice",
    days_until_due: wish.daysUntilDue,
    auto_advance: false,
    pending_invoice_items_behavior: "exclude",
    description: title,
    ...(purchaseOrder && ({ custom_fields: [{ name: purchaseOrderLabel, value: purchaseOrder }] } satisfies Draft)),
    ...(isWhole(statementDescriptor) && ({ statement_descriptor: statementDescriptor } satisfies Draft)),
    metadata,
  } satisfies Draft;
  const { id: invoice } = await writeOnce({
    key: keyOf("invoice"),
    write: (options) => stripe.invoices.create(draft, options),
    find: nothingToFind,
  });
  const line = { customer, invoice, amount, currency, description: title } satisfies Stripe.InvoiceItemCreateParams;
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

/** A draft that an earlier try left. Deleting it again does nothing, so it needs no key. */
export async function deleteDraft(stripe: Stripe, { reference }: OfGift): Promise<null> {
  try {
    await stripe.invoices.del(reference);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return null;
}

/** We ask Stripe for each mail: it shall not collect by itself. */
const FINAL = { auto_advance: false } satisfies Stripe.InvoiceFinalizeInvoiceParams;

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
        await stripe.invoices.finalizeInvoice(reference, FINAL, options);
        return null;
      },
      find: async () => ((await isDraft()) ? undefined : null),
    });
  await writeOnce({
    key: keyOf("send"),
    write: (options) => stripe.invoices.sendInvoice(reference, {} satisfies Stripe.InvoiceSendInvoiceParams, options),
    find: nothingToFind,
  });
  return null;
}

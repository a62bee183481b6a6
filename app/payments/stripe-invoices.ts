import type Stripe from "stripe";
import type { CreditNotes, CreditWish, OfGift } from "./port";
import { writeOnce } from "./stripe-write";

const ELSEWHERE = { paid_out_of_band: true } satisfies Stripe.InvoicePayParams;

/** An invoice was paid elsewhere: Stripe asks for it no more. */
export function markInvoicePaid(stripe: Stripe, { giftId, reference }: OfGift): Promise<null> {
  return writeOnce({
    key: `gift:${giftId}:paid:${reference}`,
    write: async (options) => {
      await stripe.invoices.pay(reference, ELSEWHERE, options);
      return null;
    },
    find: () => findInvoiceIn(stripe, reference, "paid"),
  });
}

/** An invoice is taken back. */
export function voidInvoice(stripe: Stripe, { giftId, reference }: OfGift): Promise<null> {
  return writeOnce({
    key: `gift:${giftId}:void:${reference}`,
    write: async (options) => {
      await stripe.invoices.voidInvoice(reference, {} satisfies Stripe.InvoiceVoidInvoiceParams, options);
      return null;
    },
    find: () => findInvoiceIn(stripe, reference, "void"),
  });
}

async function findInvoiceIn(stripe: Stripe, reference: string, status: string): Promise<null | undefined> {
  return (await stripe.invoices.retrieve(reference)).status === status ? null : undefined;
}

/** The notes of ours about an invoice; those that somebody at the school wrote at Stripe are left alone. */
export async function listCredits(stripe: Stripe, { giftId, reference: invoice }: OfGift): Promise<CreditNotes> {
  const own: Stripe.CreditNote[] = [];
  for await (const note of stripe.creditNotes.list({ invoice, limit: 100 } satisfies Stripe.CreditNoteListParams))
    if (note.metadata?.gift === giftId) own.push(note);
  const standing = own.filter(({ status }) => status === "issued");
  return { made: own.length, standing: standing.map(({ id, amount }) => ({ reference: id, minor: amount })) };
}

/** A note lowers what an open invoice asks for. */
export function creditInvoice(
  stripe: Stripe,
  { giftId, reference: invoice, minor: amount, attempt }: CreditWish,
): Promise<{ reference: string }> {
  return writeOnce({
    key: `gift:${giftId}:credit:${invoice}:${attempt}:${amount}`,
    write: async (options) => {
      const note = { invoice, amount, metadata: { gift: giftId } } satisfies Stripe.CreditNoteCreateParams;
      const { id: reference } = await stripe.creditNotes.create(note, options);
      return { reference };
    },
    find: async () => {
      const { made, standing } = await listCredits(stripe, { giftId, reference: invoice });
      const [newest] = standing;
      return made >= attempt && newest?.minor === amount ? { reference: newest.reference } : undefined;
    },
  });
}

/** Such a note is taken back. */
export function voidCredit(stripe: Stripe, { giftId, reference }: OfGift): Promise<null> {
  return writeOnce({
    key: `gift:${giftId}:credit-void:${reference}`,
    write: async (options) => {
      await stripe.creditNotes.voidCreditNote(reference, {} satisfies Stripe.CreditNoteVoidCreditNoteParams, options);
      return null;
    },
    find: async () => ((await stripe.creditNotes.retrieve(reference)).status === "void" ? null : undefined),
  });
}

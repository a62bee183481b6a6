import type { Charge, Invoice } from "~/domain/fund/gift-truth";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import type { Payments } from "~/payments/port";
import type { NewCheque } from "~db/gift-cheques.server";
import type { Gift } from "~db/gifts.server";

interface Told {
  payments: Payments;
  key: string;
  gift: Gift;
  invoices: readonly Invoice[];
  charges: readonly Charge[];
  minor: number;
}

/** Only an open invoice has notes that can be taken back. */
const NO_NOTE = { known: null, backMinor: 0, made: 0 };

/** Lowers what the gift's invoice asks for by a check. Answers which one, and by which note; none where none is open. */
export async function tellInvoice({
  payments,
  key,
  gift,
  invoices,
  charges,
  minor,
}: Told): Promise<Outcome<Pick<NewCheque, "invoice" | "creditNote">, PaymentFault>> {
  const of = (status: Invoice["status"]) => invoices.find((each) => each.status === status);
  const invoice = of("open") ?? of("uncollectible");
  if (!invoice) return done({ invoice: markedBefore(gift, { invoices, charges }), creditNote: null });
  const { id: reference, remainingMinor, status } = invoice;
  const { id: giftId } = gift;
  const lost = status === "open" ? await takeBackLost({ payments, key, gift, reference, minor }) : done(NO_NOTE);
  if (!lost.ok) return lost;
  const { known, backMinor, made } = lost.value;
  if (known) return done({ invoice: reference, creditNote: known });
  if (minor >= remainingMinor + backMinor) {
    const marked = await payments.markInvoicePaid(key, { giftId, reference });
    return marked.ok ? done({ invoice: reference, creditNote: null }) : marked;
  }
  // One that was given up takes no note, and its page still asks for all of it: it ends, and the rest is paid in another way.
  if (status !== "open") {
    const ended = await payments.voidInvoice(key, { giftId, reference });
    return ended.ok ? done({ invoice: null, creditNote: null }) : ended;
  }
  const credited = await payments.creditInvoice(key, { giftId, reference, minor, attempt: made + 1 });
  return credited.ok ? done({ invoice: reference, creditNote: credited.value.reference }) : credited;
}

/** The invoice that counts as paid although no money came there: the answer to telling it of this check was lost, or staff did it. */
function markedBefore({ cheques }: Gift, { invoices, charges }: Pick<Told, "invoices" | "charges">): string | null {
  const isFree = ({ id, status }: Invoice) =>
    status === "paid" &&
    charges.every(({ paidInvoice }) => paidInvoice !== id) &&
    cheques.every(({ invoice }) => invoice !== id);
  return invoices.find(isFree)?.id ?? null;
}

/**
 * Notes that no check of ours has: their answers were lost. One over this sum is this check's, any other is taken back, so that a
 * check never lowers an invoice twice. Answers the one to go on with, how much came back, and how many notes were made.
 */
async function takeBackLost({
  payments,
  key,
  gift,
  reference,
  minor,
}: Pick<Told, "payments" | "key" | "gift" | "minor"> & { reference: string }): Promise<
  Outcome<{ known: string | null; backMinor: number; made: number }, PaymentFault>
> {
  const { id: giftId, cheques } = gift;
  const credits = await payments.listCredits(key, { giftId, reference });
  if (!credits.ok) return credits;
  const { made, standing } = credits.value;
  const lost = standing.filter((note) => cheques.every(({ creditNote }) => creditNote !== note.reference));
  const known = lost.find((note) => note.minor === minor)?.reference ?? null;
  let backMinor = 0;
  for (const note of lost.filter((each) => each.reference !== known)) {
    const voided = await payments.voidCredit(key, { giftId, reference: note.reference });
    if (!voided.ok) return voided;
    backMinor += note.minor;
  }
  return done({ known, backMinor, made });
}

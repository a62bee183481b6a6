import { civilDate } from "~/clock";
import type { Actor, SystemActor } from "~/domain/actor";
import { isAskedOrPaid } from "~/domain/fund/booked-at-stripe";
import { takesGift } from "~/domain/fund/closed-fund";
import { type Invoice, unpaidMinor } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import { isTooLittleToPay } from "~/domain/fund/smallest-payment";
import { type AskFault, type PaymentFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { namesStudent } from "~/domain/people/named-in-text";
import { addDays } from "~/domain/time";
import type { Payments } from "~/payments/port";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import { addGiftReferences, type Gift, lockGift, putGiftInvoice } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import { listStudentsToHide } from "~db/students-to-hide.server";
import { placeGift } from "./gift-account.server";
import { truthOf } from "./gift-ledger.server";
import { asPaidNow, leaveEndedAccount, openAccountNow } from "./leave-account.server";
import { giveBackDonorMail, takeDonorMail } from "./take-donor-mail.server";
import { withStripe } from "./with-stripe.server";

/** Days that a donor has to pay an invoice (domain.md, section 8). */
const INVOICE_DAYS = 30;

export interface InvoiceRequest {
  giftId: string;
  purchaseOrder: string;
  /** Where Stripe sends it; "" keeps the address that the gift has. */
  donorMail: string;
  /** What the donor reads on it, in their language: what it is for, and the words before the purchase order. */
  title: string;
  purchaseOrderLabel: string;
  language: string;
}

/** A request, and in whose name it is met. */
export interface AskedInvoice {
  wiring: Wiring;
  actor: Actor;
  fund: SystemActor;
  payments: Payments;
  request: InvoiceRequest;
  /** `counted`: another draft of the same request was made before. */
  mail: "to_count" | "counted";
  now: Date;
}

export type DraftRefusal =
  | "not_permitted"
  | "not_found"
  | "nothing_to_pay"
  | "fund_closed"
  | "mail_missing"
  | AskFault
  | "invoice_open"
  | "too_many_mails";

export interface DraftedInvoice {
  reference: string;
  /** What it asks for. */
  minor: number;
  /** Words of it that the pages show; null where they show them already. */
  shown: Omit<Parameters<typeof putGiftInvoice>[1], "schoolId" | "giftId"> | null;
}

/** Standings in which nothing is asked for by mail yet: nothing at all, or by an invoice that Stripe did not mail. */
const TO_MAIL: readonly string[] = ["open", "pledged", "failed", "void", "invoiced"];

/** Whether an invoice went out. */
export function isMailed({ standing, invoice_mailed: mailed }: Pick<Gift, "standing" | "invoice_mailed">): boolean {
  return standing === "invoiced" && mailed;
}

/** Whether the newest invoice of a gift says what is asked for: then it is the same request once more, from a second click. */
export function saysSame(
  gift: Pick<Gift, "purchase_order" | "donor_mail">,
  { purchaseOrder, donorMail }: InvoiceRequest,
): boolean {
  const to = donorMail.trim();
  return gift.purchase_order === purchaseOrder.trim() && (to === "" || to === gift.donor_mail);
}

/** The bearer of the link gave it, or said so; of an organisation's gifts a mentor may have given this one or not. */
function isGivenBy(actor: Actor, { given_by: givenBy }: Pick<Gift, "given_by">): boolean {
  return actor.kind === "link" || (actor.kind === "mentor" && actor.mentorId === givenBy);
}

/**
 * Answers the invoice to send: a new draft with its words, or one that is there; null where the same request has sent it. A mail is
 * counted when its draft is made, so that a second click at the same moment, which finds the draft, is not counted and not refused.
 */
export function draftInvoice(asked: AskedInvoice): Promise<Outcome<DraftedInvoice | null, DraftRefusal>> {
  const { wiring, actor, fund, payments, request, mail, now } = asked;
  const { giftId, title, purchaseOrderLabel, language } = request;
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx): Promise<Outcome<DraftedInvoice | null, DraftRefusal>> => {
    const locked = await lockGift(tx, { schoolId, giftId });
    if (!locked) return refused("not_found");
    const paid = await asPaidNow(tx, locked);
    const { gift } = paid;
    if (isMailed(gift)) return saysSame(gift, request) ? done(null) : refused("invoice_open");
    if (!TO_MAIL.includes(gift.standing) || gift.promise_ended_at) return refused("nothing_to_pay");
    // A link is in many hands: what is mailed names the donor, so that nobody sends it elsewhere than the donor said.
    if (gift.donor_mail === "" && !isGivenBy(actor, gift)) return refused("not_permitted");
    const donorMail = gift.donor_mail || request.donorMail.trim();
    if (donorMail === "") return refused("mail_missing");
    const own = await openAccountNow(tx, wiring, paid);
    const taking = await getFund(tx, { schoolId });
    if (!own || !takesGift(taking, gift)) return refused("fund_closed");
    const placed = await placeGift(tx, { wiring, payments, paid, account: own });
    if (!placed.ok) return refusedBy(placed.reason);
    const { account, references: before, atStripe } = placed.value;
    const { key, accountId } = account;
    const truth = truthOf(gift, atStripe);
    const minor = unpaidMinor(gift.minor, truth);
    if (minor === 0) return refused("nothing_to_pay");
    // Stripe counts an invoice over less as paid at once.
    if (isTooLittleToPay(minor, gift.currency as Currency)) return refused("too_little_to_pay");
    const open = atStripe.invoices.find(({ status }) => status === "open");
    if (open) return done({ reference: open.id, minor, shown: null });
    if (truth.invoices.some(isAskedOrPaid(truth.charges))) return refused("invoice_open");
    const purchaseOrder = request.purchaseOrder.trim();
    const dueOn = addDays(civilDate(now, (await getSchool(tx, schoolId)).time_zone), INVOICE_DAYS);
    const shown = { purchaseOrder, donorMail, dueOn };
    const drafts = truth.invoices.filter(({ status }) => status === "draft");
    const isSame = ({ remainingMinor }: Invoice) => remainingMinor === minor && saysSame(gift, request);
    const same = drafts.findLast(isSame);
    if (same) return done({ reference: same.id, minor, shown });
    const taken = mail === "counted" ? done(null) : await takeDonorMail(wiring, actor, { mail: donorMail });
    if (!taken.ok) return taken;
    const notDrafted = async (fault: PaymentFault) => {
      if (mail === "to_count") await giveBackDonorMail(wiring, actor, { mail: donorMail });
      return refusedBy(fault);
    };
    // What an earlier try left says other words.
    for (const { id: reference } of drafts) {
      const deleted = await payments.deleteDraft(key, { giftId, reference });
      if (!deleted.ok) return notDrafted(deleted.reason);
    }
    const students = await listStudentsToHide(tx, { schoolId });
    const told = (words: string, instead: string) => (namesStudent(words, students) ? instead : words);
    const drafted = await payments.draftInvoice(key, {
      ...{ giftId, minor, currency: gift.currency, title, donorMail, purchaseOrderLabel, language },
      attempt: before.filter((id) => id.startsWith("in_")).length + 1,
      donorName: told(gift.donor_name, donorMail),
      purchaseOrder: told(purchaseOrder, ""),
      statementDescriptor: taking.settings.statementDescriptor,
      daysUntilDue: INVOICE_DAYS,
    });
    if (!drafted.ok) return notDrafted(drafted.reason);
    const { reference } = drafted.value;
    await leaveEndedAccount(tx, paid);
    await addGiftReferences(tx, { schoolId, giftId, book: gift.book as Book, accountId, references: [reference] });
    await putGiftInvoice(tx, { schoolId, giftId, ...shown });
    return done({ reference, minor, shown });
  });
}

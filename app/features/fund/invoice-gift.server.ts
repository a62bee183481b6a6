import { civilDate } from "~/clock";
import type { Actor, SystemActor } from "~/domain/actor";
import { takesGift } from "~/domain/fund/closed-fund";
import { type GiftTruth, type Invoice, isSettled, unpaidMinor } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import { namesStudent } from "~/domain/fund/named-student";
import { isTooLittleToPay } from "~/domain/fund/smallest-payment";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { addDays } from "~/domain/time";
import type { Payments } from "~/payments/port";
import { openGiftAccount } from "~/steps/fund-account.server";
import { placeGift } from "~/steps/gift-account.server";
import { truthOf } from "~/steps/gift-ledger.server";
import { leaveEndedAccount } from "~/steps/leave-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import { takeDonorMail } from "~/steps/take-donor-mail.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { type Book, getFund } from "~db/fund-books.server";
import {
  addGiftReferences,
  type Gift,
  listGiftReferences,
  lockGift,
  noteInvoiceMailed,
  putGiftInvoice,
} from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import { listStudentsToHide } from "~db/students-to-hide.server";
import { findDonorGift } from "./find-donor-gift.server";

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

export type InvoiceGiftRefusal =
  | "not_permitted"
  | "not_found"
  | "nothing_to_pay"
  | "fund_closed"
  | "mail_missing"
  | AskFault
  | "invoice_open"
  | "too_many_mails";

/** An invoice that is one to pay. */
const ASKS: readonly Invoice["status"][] = ["open", "uncollectible"];

/** Standings in which nothing is asked for by mail yet: nothing at all, or by an invoice that Stripe did not mail. */
const TO_MAIL: readonly string[] = ["open", "pledged", "failed", "void", "invoiced"];

/**
 * A donor asks for an invoice with the number of their purchase order. Stripe writes and mails it; from now on it is owed. A
 * checkout that was open for the gift ends first, so that nobody pays twice. The draft is noted before it is made final: when an
 * answer is lost in between, asking again goes on with what Stripe has, and no gift is ever asked for by two invoices. One that is
 * final and was not mailed is mailed then.
 */
export async function invoiceGift(
  wiring: Wiring,
  actor: Actor,
  request: InvoiceRequest,
): Promise<Outcome<null, InvoiceGiftRefusal>> {
  const { giftId } = request;
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { fund, isTaken } = found.value;
  const { payments } = wiring;
  if (!payments || !isTaken) return refused("fund_closed");
  const mail = found.value.gift.donor_mail || request.donorMail;
  const taken = await takeDonorMail(wiring, actor, { mail });
  if (!taken.ok) return taken;
  const asked: Asked = { wiring, actor, fund, payments, request, now: wiring.clock.now() };
  const drafted = await draft(asked);
  return drafted.ok ? issue(asked, drafted.value) : drafted;
}

interface Asked {
  wiring: Wiring;
  actor: Actor;
  fund: SystemActor;
  payments: Payments;
  request: InvoiceRequest;
  now: Date;
}

/** Words of an invoice that the pages show. */
type Shown = Omit<Parameters<typeof putGiftInvoice>[1], "schoolId" | "giftId">;

interface Drafted {
  reference: string;
  /** What it asks for. */
  minor: number;
  shown: Shown | null;
}

/** The bearer of the link gave it, or said so; of an organisation's gifts a mentor may have given this one or not. */
function isGivenBy(actor: Actor, { given_by: givenBy }: Pick<Gift, "given_by">): boolean {
  return actor.kind === "link" || (actor.kind === "mentor" && actor.mentorId === givenBy);
}

/** Whether an invoice asks for the gift, or was paid in another way. */
function isAsking({ charges }: Pick<GiftTruth, "charges">) {
  return (invoice: Invoice) => ASKS.includes(invoice.status) || isSettled(invoice, charges);
}

/** Whether an invoice went out. */
function isMailed({ standing, invoice_mailed: mailed }: Pick<Gift, "standing" | "invoice_mailed">): boolean {
  return standing === "invoiced" && mailed;
}

/** Answers the invoice to send: a new draft with its words, or one that became final although its answer was lost. */
function draft(asked: Asked): Promise<Outcome<Drafted, InvoiceGiftRefusal>> {
  const { wiring, actor, fund, payments, request, now } = asked;
  const { giftId, title, purchaseOrderLabel, language } = request;
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx) => {
    const locked = await lockGift(tx, { schoolId, giftId });
    if (!locked) return refused("not_found");
    const gift = await leaveEndedAccount(tx, locked);
    if (isMailed(gift)) return refused("invoice_open");
    if (!TO_MAIL.includes(gift.standing) || gift.promise_ended_at) return refused("nothing_to_pay");
    // A link is in many hands: what is mailed names the donor, so that nobody sends it elsewhere than the donor said.
    if (gift.donor_mail === "" && !isGivenBy(actor, gift)) return refused("not_permitted");
    const donorMail = gift.donor_mail || request.donorMail.trim();
    if (donorMail === "") return refused("mail_missing");
    const own = await openGiftAccount(tx, wiring, gift);
    const taking = await getFund(tx, { schoolId });
    if (!own || !takesGift(taking, gift)) return refused("fund_closed");
    const placed = await placeGift(tx, { wiring, payments, gift, account: own });
    if (!placed.ok) return refusedBy(placed.reason);
    const { account, references: before, atStripe } = placed.value;
    const { key, accountId } = account;
    const truth = truthOf(gift, atStripe);
    const minor = unpaidMinor(gift.minor, truth);
    if (minor === 0) return refused("nothing_to_pay");
    // Stripe counts an invoice over less as paid at once.
    if (isTooLittleToPay(minor, gift.currency as Currency)) return refused("too_little_to_pay");
    for (const reference of atStripe.openCheckouts) {
      const closed = await payments.closeCheckout(key, { giftId, reference });
      if (!closed.ok) return refusedBy(closed.reason);
    }
    const open = atStripe.invoices.find(({ status }) => status === "open");
    if (open) return done({ reference: open.id, minor, shown: null });
    if (truth.invoices.some(isAsking(truth))) return refused("invoice_open");
    // What an earlier try left may say other words; its own try goes on with nothing (`issue`)
    for (const { id, status } of truth.invoices) {
      const deleted = status === "draft" ? await payments.deleteDraft(key, { giftId, reference: id }) : done(null);
      if (!deleted.ok) return refusedBy(deleted.reason);
    }
    const purchaseOrder = request.purchaseOrder.trim();
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
    if (!drafted.ok) return refusedBy(drafted.reason);
    const { reference } = drafted.value;
    await addGiftReferences(tx, { schoolId, giftId, book: gift.book as Book, accountId, references: [reference] });
    const dueOn = addDays(civilDate(now, (await getSchool(tx, schoolId)).time_zone), INVOICE_DAYS);
    const shown = { purchaseOrder, donorMail, dueOn };
    await putGiftInvoice(tx, { schoolId, giftId, ...shown });
    return done({ reference, minor, shown: shown as Shown | null });
  });
}

/**
 * Sends it, unless another one is asked for or became final in the meantime, or it asks for what is no longer owed. A checkout that
 * was opened since ends first.
 */
function issue(asked: Asked, { reference, minor, shown }: Drafted): Promise<Outcome<null, InvoiceGiftRefusal>> {
  const { wiring, fund, payments, request, now } = asked;
  const { giftId } = request;
  const { schoolId } = fund;
  return withStripe(wiring, fund, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    const account = await openGiftAccount(tx, wiring, gift);
    if (!account) return refused("fund_closed");
    const { key } = account;
    const atStripe = await payments.readGift(key, await listGiftReferences(tx, { schoolId, giftId }));
    if (!atStripe.ok) return refusedBy(atStripe.reason);
    const truth = truthOf(gift, atStripe.value);
    const others = truth.invoices.filter(({ id }) => id !== reference);
    const isGone = others.length === truth.invoices.length;
    if (isGone || isMailed(gift) || others.some(isAsking(truth))) return refused("invoice_open");
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
    return synced.ok ? done(null) : refusedBy(synced.reason);
  });
}

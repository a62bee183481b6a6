import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { Invoice } from "~/domain/fund/gift-truth";
import { type Currency, type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Payments } from "~/payments/port";
import { openFundAccount } from "~/steps/fund-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import type { Book } from "~db/fund-books.server";
import { listGiftReferences, lockGift, putGiftCheque } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface ChequeFor {
  giftId: string;
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  chequeNumber: string;
  receivedOn: string;
}

export type ChequeForRefusal =
  | "not_permitted"
  | "not_found"
  | "nothing_to_pay"
  | "not_yet"
  | "payments_away"
  | MoneyFault;

/** Standings of a gift that a check may still come for. */
const AWAITED: readonly string[] = ["open", "pledged", "invoiced", "failed", "void", "uncollectible", "outside"];

/**
 * A check came for what was promised or invoiced: that much is owed no more, the rest still is. An invoice that is open at Stripe is
 * marked as paid there, or asks for the rest, and an open checkout ends, so that nobody pays twice.
 */
export async function takeChequeFor(
  wiring: Wiring,
  actor: Actor,
  { giftId, amount, language, chequeNumber, receivedOn }: ChequeFor,
): Promise<Outcome<null, ChequeForRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { payments } = wiring;
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.received_on !== null || !AWAITED.includes(gift.standing)) return refused("nothing_to_pay");
    const minor = parseMoney(amount, { currency: gift.currency as Currency, language });
    if (!minor.ok) return minor;
    if (receivedOn > civilDate(now, (await getSchool(tx, schoolId)).time_zone)) return refused("not_yet");
    const account = await openFundAccount(tx, wiring, { schoolId, book: gift.book as Book });
    if (!payments || !account) return refused("payments_away");
    const { key } = account;
    const atStripe = await payments.readGift(key, await listGiftReferences(tx, { schoolId, giftId }));
    if (!atStripe.ok) return refused("payments_away");
    if (atStripe.value.charges.some(({ status }) => status !== "failed")) return refused("nothing_to_pay");
    for (const reference of atStripe.value.openCheckouts)
      if (!(await payments.closeCheckout(key, { giftId, reference })).ok) return refused("payments_away");
    const { invoices } = atStripe.value;
    if (!(await tellInvoices({ payments, key, giftId, invoices, minor: minor.value }))) return refused("payments_away");
    await putGiftCheque(tx, { schoolId, giftId, chequeMinor: minor.value, chequeNumber, receivedOn });
    await recordAct(tx, { actor, noun: "gift", nounId: giftId, transition: "cheque", evidence: chequeNumber, now });
    const met = { ...gift, cheque_minor: minor.value, cheque_number: chequeNumber, received_on: receivedOn };
    const synced = await syncGift(tx, { actor, wiring, payments, key, gift: met, cause: "cheque", now });
    return synced.ok ? done(null) : refused("payments_away");
  });
}

/** Lowers what the invoices of a gift ask for by a check, one after the other; answers false when Stripe does not. */
async function tellInvoices(told: {
  payments: Payments;
  key: string;
  giftId: string;
  invoices: readonly Invoice[];
  minor: number;
}): Promise<boolean> {
  const { payments, key, giftId, invoices } = told;
  let left = told.minor;
  for (const { id: reference, status, remainingMinor } of invoices) {
    if (status !== "open" && status !== "uncollectible") continue;
    const minor = Math.min(left, remainingMinor);
    left -= minor;
    if (minor === remainingMinor) {
      if (!(await payments.markInvoicePaid(key, { giftId, reference })).ok) return false;
    } else if (minor > 0 && status === "open") {
      if (!(await payments.creditInvoice(key, { giftId, reference, minor })).ok) return false;
    }
  }
  return true;
}

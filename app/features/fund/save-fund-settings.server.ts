import type { Actor } from "~/domain/actor";
import { writeMoney } from "~/domain/fund/money";
import { mayRunFund } from "~/domain/fund/policy";
import type { FundSettings } from "~/domain/fund/settings";
import { smallestPayment } from "~/domain/fund/smallest-payment";
import { done, type Outcome, refused } from "~/domain/outcome";
import { openFundAccount } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type Book, lockFundBook, putFund } from "~db/fund-books.server";
import { hasOtherCurrency } from "~db/fund-ledger.server";
import { withScope } from "~db/scope.server";

export interface FundDecision {
  book: Book;
  isOpen: boolean;
  settings: FundSettings;
  /** The revision that the page showed. */
  seen: number;
}

export type SaveFundRefusal =
  | "not_permitted"
  | "changed_before"
  | "not_connected"
  | "no_purpose"
  | "maximum_below_minimum"
  | "minimum_too_small"
  | "currency_in_use";

/** An admin decides what gifts the school takes and in which book. A fund opens only with an account to take them. */
export async function saveFundSettings(
  wiring: Wiring,
  actor: Actor,
  { book, isOpen, settings, seen }: FundDecision,
): Promise<Outcome<null, SaveFundRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (settings.purposes.length === 0) return refused("no_purpose");
    const { currency, minimumMinor } = settings;
    if (settings.maximumMinor < minimumMinor) return refused("maximum_below_minimum");
    // The book first, as everybody who books does: what it holds decides which currency it may have.
    await lockFundBook(tx, { schoolId, book });
    if (isOpen && !(await openFundAccount(tx, wiring, { schoolId, book }))) return refused("not_connected");
    if (await hasOtherCurrency(tx, { schoolId, book, currency })) return refused("currency_in_use");
    const smallest = smallestPayment(currency);
    if (minimumMinor < smallest)
      return refused("minimum_too_small", { smallest: `${writeMoney(smallest, currency)} ${currency.toUpperCase()}` });
    if (!(await putFund(tx, { schoolId, book, isOpen, settings, seen, now }))) return refused("changed_before");
    const transition = `${isOpen ? "open" : "close"} ${book}`;
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition, now });
    return done(null);
  });
}

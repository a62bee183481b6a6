import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import { balanceOf } from "~/domain/fund/accounts";
import type { Cause } from "~/domain/fund/causes";
import { effectiveDay } from "~/domain/fund/effective-day";
import { payoutDifference } from "~/domain/fund/payout-postings";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import type { Payments } from "~/payments/port";
import { type Book, getBookCurrency, lockFundBook, lockPayout } from "~db/fund-books.server";
import { findLastDay } from "~db/fund-days.server";
import { insertEntry, listPostings } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface SyncInput {
  actor: SchoolActor;
  payments: Payments;
  key: string;
  book: Book;
  payout: string;
  cause: Cause;
  now: Date;
}

export interface SyncedPayout {
  hasChanged: boolean;
  /** What the ledger held at the bank for it before, and what it holds now; minor units. */
  beforeMinor: number;
  paidMinor: number;
  currency: string;
  /** It is in another currency than the fund: nothing is booked, a person looks. */
  isForeign: boolean;
}

/** Asks Stripe for a payout and makes the ledger hold it as it is: the line of the bank statement. */
export async function syncPayout(
  tx: ScopeTx,
  { actor, payments, key, book, payout, cause, now }: SyncInput,
): Promise<Outcome<SyncedPayout, PaymentFault>> {
  const { schoolId } = actor;
  // The payout's lock comes first: an older answer must not follow a newer one. Desks of the fund only wait while lines are written.
  await lockPayout(tx, { schoolId, book, payout });
  const truth = await payments.readPayout(key, payout);
  if (!truth.ok) return truth;
  await lockFundBook(tx, { schoolId, book });
  const { currency, minor, status, arrivesOn } = truth.value;
  const paidMinor = status === "paid" ? minor : 0;
  const isForeign = (await getBookCurrency(tx, { schoolId, book })) !== currency;
  if (isForeign) return done({ hasChanged: false, beforeMinor: 0, paidMinor, currency, isForeign });
  const posted = await listPostings(tx, { schoolId, book, of: { payout } });
  const postings = payoutDifference(truth.value, posted);
  if (postings.length > 0) {
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const happenedOn = balanceOf(postings, "bank") !== 0 && status === "paid" ? arrivesOn : today;
    const lastDay = await findLastDay(tx, { schoolId, book, of: { payout } });
    const onDay = effectiveDay({ happenedOn, lastDay, today });
    const recordedBy = actor.kind === "staff" ? actor.personId : null;
    await insertEntry(tx, { schoolId, book, currency, cause, recordedBy, onDay, now, of: { payout }, postings });
  }
  const beforeMinor = balanceOf(posted, "bank");
  return done({ hasChanged: postings.length > 0, beforeMinor, paidMinor, currency, isForeign });
}

import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import { payoutDifference } from "~/domain/fund/payout-postings";
import { done, type Outcome } from "~/domain/outcome";
import type { PaymentFault, Payments } from "~/payments/port";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { insertEntry, listPostings } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface SyncInput {
  actor: SchoolActor;
  payments: Payments;
  key: string;
  book: Book;
  payout: string;
  cause: string;
  now: Date;
}

/**
 * Asks Stripe for a payout and makes the ledger hold it as it is: the line of the bank statement. Answers what that changed at
 * the bank, in minor units; 0 when nothing was to do.
 */
export async function syncPayout(
  tx: ScopeTx,
  { actor, payments, key, book, payout, cause, now }: SyncInput,
): Promise<Outcome<{ changedMinor: number; paidMinor: number; currency: string }, PaymentFault>> {
  const { schoolId } = actor;
  // The lock comes first: an older answer must not follow a newer one.
  await lockFundBook(tx, { schoolId, book });
  const truth = await payments.readPayout(key, payout);
  if (!truth.ok) return truth;
  const { currency, minor, status } = truth.value;
  const postings = payoutDifference(truth.value, await listPostings(tx, { schoolId, book, of: { payout } }));
  const changedMinor = postings.find(({ account }) => account === "bank")?.minor ?? 0;
  if (postings.length > 0) {
    const onDay = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const recordedBy = actor.kind === "staff" ? actor.personId : null;
    await insertEntry(tx, { schoolId, book, currency, cause, recordedBy, onDay, now, of: { payout }, postings });
  }
  return done({ changedMinor, paidMinor: status === "paid" ? minor : 0, currency });
}

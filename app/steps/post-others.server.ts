import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { Cause } from "~/domain/fund/causes";
import { othersDifference } from "~/domain/fund/payout-postings";
import { type Book, getBookCurrency, lockFundBook } from "~db/fund-books.server";
import { insertEntry, listPostings } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface OthersLine {
  actor: SchoolActor;
  book: Book;
  /** The line of Stripe's balance, and what it did there; 0 when it is a gift's after all. */
  balanceLine: string;
  minor: number;
  currency: string;
  cause: Cause;
  now: Date;
}

/** Books a line of Stripe's balance that is not the fund's, once; one in another currency than the fund's is in no entry. */
export async function postOthers(tx: ScopeTx, line: OthersLine): Promise<void> {
  const { actor, book, balanceLine, minor, currency, cause, now } = line;
  const { schoolId } = actor;
  await lockFundBook(tx, { schoolId, book });
  if ((await getBookCurrency(tx, { schoolId, book })) !== currency) return;
  const postings = othersDifference(minor, await listPostings(tx, { schoolId, book, of: { balanceLine } }));
  if (postings.length === 0) return;
  const onDay = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const recordedBy = actor.kind === "staff" ? actor.personId : null;
  await insertEntry(tx, { schoolId, book, currency, cause, recordedBy, onDay, now, of: { balanceLine }, postings });
}

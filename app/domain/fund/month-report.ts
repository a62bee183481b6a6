import { ACCOUNTS, type Account, shownMinor, THERE } from "./accounts";
import { PURPOSES, type Purpose } from "./purposes";

/** What the ledger holds for one account and purpose around a period; minor units, debits and credits both positive. */
export interface Movement {
  account: Account;
  purpose: Purpose | null;
  /** The balance before the period, signed as it is posted. */
  openingMinor: number;
  debitMinor: number;
  creditMinor: number;
}

/** The same as people read it: opening and what came, less what went, is closing. */
export interface ReportRow {
  account: Account;
  purpose: Purpose | null;
  openingMinor: number;
  cameMinor: number;
  wentMinor: number;
  closingMinor: number;
}

/** Lines of a report, purpose by purpose and the places where the money is at the end; none for what never held anything. */
export function reportRows(movements: readonly Movement[]): ReportRow[] {
  return movements
    .filter(({ openingMinor, debitMinor, creditMinor }) => openingMinor !== 0 || debitMinor !== 0 || creditMinor !== 0)
    .map(readable)
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * What is there at the end: of a purpose what is free to use and set aside, of the places what lies in them. What is only promised or on
 * its way is not there yet, and what was paid out or lost is not there any more.
 */
export function leftMinor(rows: readonly ReportRow[]): number {
  const there: readonly Account[] = [...THERE.kept, ...THERE.places];
  return rows.filter(({ account }) => there.includes(account)).reduce((sum, { closingMinor }) => sum + closingMinor, 0);
}

/** Which lines made an amount come, and which made it go, in words of the ledger. */
export function sideOf(account: Account, way: "came" | "went"): "debit" | "credit" {
  return (way === "came") === growsByDebit(account) ? "debit" : "credit";
}

function growsByDebit(account: Account): boolean {
  return shownMinor(account, 1) > 0;
}

function readable({ account, purpose, openingMinor, debitMinor, creditMinor }: Movement): ReportRow {
  const closing = openingMinor + debitMinor - creditMinor;
  return {
    account,
    purpose,
    openingMinor: shownMinor(account, openingMinor),
    cameMinor: growsByDebit(account) ? debitMinor : creditMinor,
    wentMinor: growsByDebit(account) ? creditMinor : debitMinor,
    closingMinor: shownMinor(account, closing),
  };
}

function placeOf({ account, purpose }: ReportRow): number {
  const block = purpose === null ? PURPOSES.length : PURPOSES.indexOf(purpose);
  return block * ACCOUNTS.length + ACCOUNTS.indexOf(account);
}

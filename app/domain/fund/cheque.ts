import type { CivilDate } from "../time";

/** A check that came for a gift. */
export interface Cheque {
  id: string;
  minor: number;
  number: string;
  /** The school's civil day. */
  receivedOn: string;
  /** The invoice at Stripe that was told of it. */
  invoice: string | null;
  /** By which that invoice asks for less; null when the invoice counts as paid. */
  creditNote: string | null;
  bouncedAt: string | null;
  /** It bounced, and an invoice that counts as paid can ask for nothing more. */
  owedAgain: boolean;
}

/** What came by check and did not bounce, in minor units. */
export function heldMinor(cheques: readonly Cheque[]): number {
  return cheques.filter(({ bouncedAt }) => bouncedAt === null).reduce((sum, { minor }) => sum + minor, 0);
}

/** What checks that came back were for is owed as a promise, although an invoice counts as paid. */
export function isOwedAgain(cheques: readonly Cheque[]): boolean {
  return cheques.some(({ owedAgain }) => owedAgain);
}

/** A day longer ago is a slip of the pen: a bank need not pay a check after six months (UCC 4-404), and the books of that year are closed. */
const OLDEST_YEARS = 2;

export type ChequeFault = "not_yet" | "too_long_ago" | "unusual";

/**
 * What speaks against a check as it was typed, or null: a day to come or long ago, or more than the fund takes at once (`maximumMinor`)
 * without a word on why.
 */
export function findChequeFault(
  { minor, receivedOn, whyMore }: { minor: number; receivedOn: CivilDate; whyMore: string },
  { today, maximumMinor }: { today: CivilDate; maximumMinor: number },
): ChequeFault | null {
  if (receivedOn > today) return "not_yet";
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  if (receivedOn < oldest) return "too_long_ago";
  return minor > maximumMinor && whyMore.trim() === "" ? "unusual" : null;
}

/** What the trail of changes keeps of a check: its number, and why it is more than usual. */
export function evidenceOf({ number, whyMore }: { number: string; whyMore: string }): string {
  return [number, whyMore.trim()].filter((words) => words !== "").join(": ");
}

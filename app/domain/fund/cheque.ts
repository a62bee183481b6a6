import type { CivilDate } from "../time";
import { canBePaid } from "./gift-truth";
import { type DayFault, findDayFault } from "./typed-day";

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

/**
 * A check may be entered for a gift of this standing: what a donor may still pay at Stripe may come as a check instead, and so may what
 * was marked as paid there without money.
 */
export const canComeByCheque = (standing: string): boolean => canBePaid(standing) || standing === "outside";

export type ChequeFault = DayFault | "unusual";

/**
 * What speaks against a check as it was typed, or null: a day to come or long ago, or more than the fund takes at once (`maximumMinor`)
 * without a word on why.
 */
export function findChequeFault(
  { minor, receivedOn, whyMore }: { minor: number; receivedOn: CivilDate; whyMore: string },
  { today, maximumMinor }: { today: CivilDate; maximumMinor: number },
): ChequeFault | null {
  const dayFault = findDayFault(receivedOn, today);
  if (dayFault) return dayFault;
  return minor > maximumMinor && whyMore.trim() === "" ? "unusual" : null;
}

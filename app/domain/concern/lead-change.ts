export type LeadChange = "name" | "end";

/** Whoever loses a lead, or an admin whom they did not expect, has at least one whole day to hear of it and to object. */
const DAYS_TO_OBJECT = 2;

interface Asked {
  change: LeadChange;
  /** Whether the admin who asks is the one whom it is about. */
  isOwn: boolean;
  /** Leads that the school has by now. */
  leads: number;
}

/**
 * Days until a change of the safeguarding leads holds. An admin may be the one whom a report is about: nobody makes themselves a
 * reader, and nobody takes a reader away, before all leads could stop it. A colleague is named at once, and so is the first lead.
 */
export function daysUntilItHolds({ change, isOwn, leads }: Asked): number {
  if (change === "name" && (!isOwn || leads === 0)) return 0;
  return DAYS_TO_OBJECT;
}

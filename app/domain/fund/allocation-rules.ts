import { merged, type Posting } from "./accounts";
import type { Purpose } from "./purposes";

/** What speaks against money for a need. */
export type AllocationBar = "not_enough" | "own_host" | "origin_unasked" | "no_host" | "decision_missing";

export interface AllocationFacts {
  purpose: Purpose;
  minor: number;
  /** What the fund has free for the purpose. */
  availableMinor: number;
  /** Organisations where the student is, was offered or asked to be. */
  hostIds: readonly string[];
  /** Net gifts for this purpose by organisation, as they stand now. */
  givenMinor: ReadonlyMap<string, number>;
  /** Net gifts for this purpose of which nobody has said which organisation they are from. */
  unknownMinor: number;
  /** The student has an unpaid educational engagement (29 USC 203; primary-beneficiary test). */
  isUnpaidEducational: boolean;
  /** The business office has decided, and where that is written down. */
  businessDecision: string;
}

/**
 * Why this money may not be set aside, or null. A stipend never comes from the student's own host: as money carries no label,
 * what remains free afterwards has to cover all that the student's hosts ever gave for the purpose. That is strict, so the rule
 * can be read off the balance and never depends on which dollar went where. A gift of unknown origin counts as every host's until
 * staff have said whose it is.
 */
export function findAllocationBar(facts: AllocationFacts): AllocationBar | null {
  if (facts.minor > facts.availableMinor) return "not_enough";
  if (facts.purpose !== "stipend") return null;
  if (facts.hostIds.length === 0) return "no_host";
  const fromHosts = facts.hostIds.reduce((sum, id) => sum + Math.max(0, facts.givenMinor.get(id) ?? 0), 0);
  const left = facts.availableMinor - facts.minor;
  if (left < fromHosts) return "own_host";
  if (left < fromHosts + facts.unknownMinor) return "origin_unasked";
  return facts.isUnpaidEducational && facts.businessDecision.trim() === "" ? "decision_missing" : null;
}

/** Money is set aside for a need. */
export function allocationPostings(purpose: Purpose, minor: number): Posting[] {
  return [
    { account: "available", purpose, minor },
    { account: "allocated", purpose, minor: -minor },
  ];
}

/**
 * Money that was set aside comes back, because the need is gone or cost less. After a loss it may not be there any more: it makes good what the
 * purpose is short of (`shortfallMinor`, for all of the purpose), and only the rest is free again.
 */
export function returnPostings(
  purpose: Purpose,
  { minor, shortfallMinor }: { minor: number; shortfallMinor: number },
): Posting[] {
  const madeGood = Math.min(minor, Math.max(0, shortfallMinor));
  return merged([
    { account: "allocated", purpose, minor },
    { account: "shortfall", purpose, minor: -madeGood },
    { account: "available", purpose, minor: madeGood - minor },
  ]);
}

/** The school makes a loss good out of money of its own. */
export function coverPostings(purpose: Purpose, minor: number): Posting[] {
  return [
    { account: "bank", purpose: null, minor },
    { account: "shortfall", purpose, minor: -minor },
  ];
}

/** Money that was set aside has been paid out of the bank: an expense, and the same sum released from its purpose. */
export function disbursementPostings(purpose: Purpose, minor: number): Posting[] {
  return [
    { account: "disbursed", purpose, minor },
    { account: "bank", purpose: null, minor: -minor },
    { account: "allocated", purpose, minor },
    { account: "released", purpose, minor: -minor },
  ];
}

import type { Purpose } from "./purposes";

/** What the product knows when money that was set aside is paid out. */
export interface ReleaseKnowledge {
  /** The student has an engagement, running or over. An interview or a shadow day begins none. */
  hasEngagement: boolean;
  /** The coordinator says that the need was met. */
  isConfirmed: boolean;
}

/** Facts that a release may wait for, each a question to what is known. Hours and evaluations are one more line each. */
export const RELEASE_FACTS = {
  placement_accepted: ({ hasEngagement }) => hasEngagement,
  coordinator_confirmed: ({ isConfirmed }) => isConfirmed,
} as const satisfies Record<string, (known: ReleaseKnowledge) => boolean>;
export type ReleaseFact = keyof typeof RELEASE_FACTS;

/** What has to be true before money that was set aside is paid out. Data, so that another rule is another line. */
export const RELEASE_RULES: Readonly<Record<Purpose, readonly ReleaseFact[]>> = {
  transit: ["coordinator_confirmed"],
  tools: ["coordinator_confirmed"],
  clearance: ["coordinator_confirmed"],
  stipend: ["placement_accepted", "coordinator_confirmed"],
};

/** The first fact of a rule that does not hold, or null; the facts may be any, as long as each is a question to what is known. */
export function findMissingFact<Known, Fact extends string>(
  rule: readonly Fact[],
  facts: Readonly<Record<Fact, (known: Known) => boolean>>,
  known: Known,
): Fact | null {
  return rule.find((fact) => !facts[fact](known)) ?? null;
}

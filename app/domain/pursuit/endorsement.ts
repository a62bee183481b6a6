import type { GateRule } from "./gates";

/** A request waits for the student's advisor before a coordinator decides it, at a school that has set so (`advisorEndorses`). */
export const ENDORSEMENT = { kind: "endorsement", before: "approval" } as const satisfies GateRule;

/** Days after which a request that no advisor has read counts among what waits for the coordinators as well. */
export const ENDORSE_WITHIN_DAYS = 7;

/** What an advisor says of a request: they endorse it, or hand it to the coordinators with a doubt. */
export const ENDORSEMENTS = ["endorse", "doubt"] as const;
export type Endorsement = (typeof ENDORSEMENTS)[number];

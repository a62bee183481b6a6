/** What can become of a row about somebody, what needs a look first. */
export const ROW_OUTCOMES = ["rejected", "changed", "added", "unchanged"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Two that are proposed no more, and at which school and when that was said. */
export interface SaidApart<Named> {
  one: Named;
  other: Named;
  school: string;
  saidAt: string;
}

/** One that was made of two in the last week. */
export interface ListedMerge {
  id: string;
  gone: string;
  kept: string;
  mergedAt: string;
  school: string;
}

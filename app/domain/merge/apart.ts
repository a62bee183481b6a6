/** What of the district staff say to be two; contacts are a school's and said so there. */
export const APART_NOUNS = ["organisation", "mentor"] as const;
export type ApartNoun = (typeof APART_NOUNS)[number];

interface Pair {
  oneId: string;
  otherId: string;
}

/** Of pairs that look alike, those that nobody said to be two. */
export function withoutApart<Found extends Pair>(found: readonly Found[], apart: readonly Pair[]): Found[] {
  const said = new Set(apart.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]));
  return found.filter(({ oneId, otherId }) => !said.has(`${oneId} ${otherId}`));
}

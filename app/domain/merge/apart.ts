/** What staff say to be two on the page of duplicates: of the district, and people of the school. Contacts are said so on their own page. */
export const APART_NOUNS = ["organisation", "mentor", "person"] as const;
export type ApartNoun = (typeof APART_NOUNS)[number];
/** Those of the district: what one school says of them holds for all. */
export type DistrictNoun = Exclude<ApartNoun, "person">;

interface Pair {
  oneId: string;
  otherId: string;
}

/** Of pairs that look alike, those that nobody said to be two. */
export function withoutApart<Found extends Pair>(found: readonly Found[], apart: readonly Pair[]): Found[] {
  const said = new Set(apart.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]));
  return found.filter(({ oneId, otherId }) => !said.has(`${oneId} ${otherId}`));
}

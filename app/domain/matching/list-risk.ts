/** A place on a student's list that is open to them now: how many seats are left, and how many others want it too. */
export interface ListedPlace {
  openSeats: number;
  othersWanting: number;
}

/** How a student's list stands, the calmest first. `closed`: nothing on it can take the student now. */
export const LIST_RISKS = ["safe", "crowded", "closed", "empty"] as const;
export type ListRisk = (typeof LIST_RISKS)[number];

/**
 * A list is crowded from here, in basis points: if every place were drawn by lot among those who want it, at least one in
 * four students with such a list would go without. Chosen, not measured: one place that two students want is crowded, three
 * such places are not. It is a rule of thumb for a warning and is shown to nobody as a figure.
 */
const CROWDED_FROM = 2500;
const WHOLE = 10_000;

/**
 * How a list stands, from what is open on it and whether anything is on it at all. A further place multiplies the lot by at
 * most one, so that saving more never makes a list worse.
 */
export function listRisk({ listed, open }: { listed: number; open: readonly ListedPlace[] }): ListRisk {
  if (listed === 0) return "empty";
  const without = open.reduce((rest, place) => rest * (1 - shareOf(place)), WHOLE);
  if (without === WHOLE) return "closed";
  return without >= CROWDED_FROM ? "crowded" : "safe";
}

function shareOf({ openSeats, othersWanting }: ListedPlace): number {
  return Math.min(1, openSeats / (othersWanting + 1));
}

/**
 * The three kinds of plan. `balanced`: the exact best of number placed, lowest weight, total. `stable`: nobody and no
 * placement would rather have each other. `slate`: several placements for each student, for a coordinator to choose from.
 */
export const MODES = ["balanced", "stable", "slate"] as const;
export type Mode = (typeof MODES)[number];

/** Placements for each student in a slate, when nothing else is said: as many as may be pursued at once. */
export const SLATE_SIZE = 3;

/** How many placements a student may have in a plan of the mode, when nothing else is said. */
export function placementsEach(mode: Mode): number {
  return mode === "slate" ? SLATE_SIZE : 1;
}

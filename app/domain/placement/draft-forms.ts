/** Names under which forms keep what was typed and not yet sent. */
export const NEW_PLACEMENT_FORM = "placement-new";

/** Characters of a whole form that is kept; every field at its own limit stays below. */
export const LONGEST_DRAFT = 40_000;

export function editPlacementForm(placementId: string): string {
  return `placement:${placementId}`;
}

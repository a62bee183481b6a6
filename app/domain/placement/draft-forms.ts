/** Names under which forms keep what was typed and not yet sent. */
export const NEW_PLACEMENT_FORM = "placement-new";

export function editPlacementForm(placementId: string): string {
  return `placement:${placementId}`;
}

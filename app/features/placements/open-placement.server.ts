import type { MentorActor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listPlacementDays } from "~db/listings.server";
import { listOwnListings } from "~db/offered-listings.server";
import { findPlacement, listPlacementBackups, listPlacementInterests } from "~db/placements.server";
import { withScope } from "~db/scope.server";
import { listAskedOfOrganisation } from "~db/still-open.server";

/** One placement of a mentor's organisation with everything that was said about it, and its listings at the schools. */
export async function openPlacement(wiring: Wiring, actor: MentorActor, { placementId }: { placementId: string }) {
  const key = { districtId: actor.districtId, organisationId: actor.organisationId, placementId };
  return withScope(wiring, actor, async (tx) => {
    const placement = await findPlacement(tx, key);
    if (!placement) return refused("not_found");
    return done({
      placement,
      days: await listPlacementDays(tx, key),
      interests: await listPlacementInterests(tx, key),
      backups: await listPlacementBackups(tx, key),
      listings: await listOwnListings(tx, key),
      /** Listings about which the school waits to hear whether they are still open. */
      askedListingIds: (await listAskedOfOrganisation(tx, key)).map(({ id }) => id),
    });
  });
}

export type OwnPlacement = Extract<Awaited<ReturnType<typeof openPlacement>>, { ok: true }>["value"];

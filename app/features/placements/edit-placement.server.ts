import { actInSchool, type MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { editPlacementForm } from "~/domain/placement/draft-forms";
import type { PlacementPost } from "~/domain/placement/post";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteDraft } from "~db/drafts.server";
import { updateListingSeats } from "~db/imported-placements.server";
import { enqueue } from "~db/jobs.server";
import { insertOffers, listOwnListings, type OwnListing } from "~db/offered-listings.server";
import { lockPlacement, updatePlacement } from "~db/placements.server";
import { type ScopeTx, withinSchool, withScope } from "~db/scope.server";
import { checkPost, type PostRefusal, settleSite } from "./check-post.server";

export interface PlacementEdit {
  placementId: string;
  /** The revision the form was opened with. */
  revision: number;
  post: PlacementPost;
}

export interface Edited {
  /** Schools that read it again before students see it. */
  resubmitted: number;
}

/**
 * A mentor changes a placement of their organisation. Published and paused listings go back to review: no student sees a text
 * that no coordinator has read, not even one who pursues it (docs/decisions/0018). A second editor who opened the same revision is told `changed_since`, and nothing is overwritten.
 */
export async function editPlacement(
  wiring: Wiring,
  actor: MentorActor,
  { placementId, revision, post }: PlacementEdit,
): Promise<Outcome<Edited, PostRefusal | "not_found" | "changed_since">> {
  const now = wiring.clock.now();
  const { districtId, organisationId, accountId } = actor;
  const key = { districtId, organisationId, placementId };
  return withScope(wiring, actor, async (tx) => {
    const placement = await lockPlacement(tx, key);
    if (!placement) return refused("not_found");
    if (placement.revision !== revision) return refused("changed_since");
    const checked = await checkPost(tx, actor, { post, now });
    if (!checked.ok) return checked;
    const siteId = await settleSite(tx, actor, { site: post.site, checked: checked.value });
    const basis = basisAfter(placement.basis, post.kind);
    await updatePlacement(tx, { ...key, post, siteId, postedBy: actor.mentorId, revision: revision + 1, basis, now });
    await recordAct(tx, { actor, noun: "placement", nounId: placementId, transition: "edit", now });
    await enqueue(tx, "settle-clearances", { districtId, placementId });
    const listings = await listOwnListings(tx, key);
    for (const listing of listings) {
      if (listing.seats === placement.seats && post.seats !== placement.seats)
        await followSeats(tx, actor, { listing, seats: post.seats, now });
    }
    const read = listings.filter(({ state }) => state === "published" || state === "paused");
    for (const listing of read) await resubmit(tx, actor, { listing, now });
    await insertOffers(tx, { ...key, schoolIds: post.schoolIds, seats: post.seats, now });
    await deleteDraft(tx, { districtId, organisationId, accountId, form: editPlacementForm(placementId) });
    return done({ resubmitted: read.length });
  });
}

/** Service learning has its own rules for working time (29 CFR 570 speaks of employment); other kinds keep what was agreed. */
function basisAfter(basis: string, kind: PlacementPost["kind"]): string {
  if (kind === "service_learning") return "service_learning";
  return basis === "service_learning" ? "unpaid_educational" : basis;
}

interface Change {
  listing: OwnListing;
  now: Date;
}

/** A school that took as many seats as there were goes along with the new number; one that chose its own keeps it. */
function followSeats(
  tx: ScopeTx,
  actor: MentorActor,
  { listing, seats, now }: Change & { seats: number },
): Promise<void> {
  const host = actInSchool(actor, { schoolId: listing.school_id });
  return withinSchool(tx, host, () =>
    updateListingSeats(tx, { schoolId: host.schoolId, listingId: listing.id, seats, now }),
  );
}

async function resubmit(tx: ScopeTx, actor: MentorActor, { listing, now }: Change): Promise<void> {
  const host = actInSchool(actor, { schoolId: listing.school_id });
  const payload = { districtId: actor.districtId, placementId: listing.placement_id };
  await withinSchool(tx, host, () =>
    advance(tx, {
      actor: host,
      noun: "listing",
      id: listing.id,
      move: "resubmit",
      met: [],
      notices: { index: () => enqueue(tx, "sync-placement", payload) },
      set: { updated_at: now.toISOString() },
      act: { reason: "the host changed the text" },
      now,
    }),
  );
}

import type { MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import type { PlacementPost } from "~/domain/placement/post";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteDraft } from "~db/drafts.server";
import { insertOffers } from "~db/offered-listings.server";
import { endMentorOffers } from "~db/organisations.server";
import { findPlacement, insertPlacement, setPlacementSite } from "~db/placements.server";
import { withScope } from "~db/scope.server";
import { checkPost, type PostRefusal, settleSite } from "./check-post.server";

export interface PlacementToPost {
  /** Chosen by the form before it is sent, so that a form sent twice posts once. */
  placementId: string;
  post: PlacementPost;
}

/**
 * A mentor posts a placement of their organisation and offers it at schools of the district; each school reviews it first.
 * An id that another organisation's placement has is `not_found`.
 */
export async function postPlacement(
  wiring: Wiring,
  actor: MentorActor,
  { placementId, post }: PlacementToPost,
): Promise<Outcome<{ placementId: string }, PostRefusal | "no_school" | "not_found">> {
  const now = wiring.clock.now();
  const { districtId, organisationId, accountId } = actor;
  if (post.schoolIds.length === 0) return refused("no_school");
  return withScope(wiring, actor, async (tx) => {
    const checked = await checkPost(tx, actor, { post, now });
    if (!checked.ok) return checked;
    const key = { districtId, organisationId, placementId };
    // The row comes before its place: the second of two forms sent at once waits here, and leaves nothing behind.
    const isNew = await insertPlacement(tx, { ...key, post, siteId: null, postedBy: actor.mentorId, now });
    if (!isNew) return (await findPlacement(tx, key)) ? done({ placementId }) : refused("not_found");
    const siteId = await settleSite(tx, actor, { site: post.site, checked: checked.value });
    await setPlacementSite(tx, { ...key, siteId });
    await insertOffers(tx, { ...key, schoolIds: post.schoolIds, seats: post.seats, now });
    await recordAct(tx, { actor, noun: "placement", nounId: placementId, transition: "post", now });
    await endMentorOffers(tx, { districtId, organisationId, mentorId: post.leadMentorId, now });
    await deleteDraft(tx, { districtId, organisationId, accountId, form: NEW_PLACEMENT_FORM });
    return done({ placementId });
  });
}

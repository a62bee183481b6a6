import type { MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { PlacementPost } from "~/domain/placement/post";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteDraft } from "~db/drafts.server";
import { insertOffers } from "~db/offered-listings.server";
import { findPlacement, insertPlacement } from "~db/placements.server";
import { withScope } from "~db/scope.server";
import { checkPost, type PostRefusal, settleSite } from "./check-post.server";
import { NEW_PLACEMENT_FORM } from "./draft-forms";

export interface PlacementToPost {
  /** Chosen by the form before it is sent, so that a form sent twice posts once. */
  placementId: string;
  post: PlacementPost;
}

/** A mentor posts a placement of their organisation and offers it at schools of the district; each school reviews it first. */
export async function postPlacement(
  wiring: Wiring,
  actor: MentorActor,
  { placementId, post }: PlacementToPost,
): Promise<Outcome<{ placementId: string }, PostRefusal | "no_school">> {
  const now = wiring.clock.now();
  const { districtId, organisationId, accountId } = actor;
  if (post.schoolIds.length === 0) return refused("no_school");
  return withScope(wiring, actor, async (tx) => {
    const checked = await checkPost(tx, actor, { post, now });
    if (!checked.ok) return checked;
    const key = { districtId, organisationId, placementId };
    if (await findPlacement(tx, key)) return done({ placementId });
    const siteId = await settleSite(tx, actor, { site: post.site, checked: checked.value });
    const isNew = await insertPlacement(tx, { ...key, post, siteId, postedBy: actor.mentorId, now });
    if (!isNew) throw new Error("a placement with this id exists already");
    await insertOffers(tx, { ...key, schoolIds: post.schoolIds, seats: post.seats, now });
    await recordAct(tx, { actor, noun: "placement", nounId: placementId, transition: "post", now });
    await deleteDraft(tx, { districtId, organisationId, accountId, form: NEW_PLACEMENT_FORM });
    return done({ placementId });
  });
}

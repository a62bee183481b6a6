import type { Actor } from "~/domain/actor";
import { PICTURE_GROUPINGS, type PictureGrouping, type PictureLine, pictureOf } from "~/domain/introduction/picture";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listIntroductionOutcomes } from "~db/introduction-outcomes.server";
import { withScope } from "~db/scope.server";

/**
 * What families, neighbourhoods and language communities brought to the school, for its coordinators alone: the figures are small, so
 * they tell of single families and leave the school in no form.
 */
export async function openIntroductionPicture(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<Record<PictureGrouping, readonly PictureLine[]>, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const found = await withScope(wiring, actor, (tx) => listIntroductionOutcomes(tx, { schoolId }));
  const outcomes = found.map((each) => ({ ...each, places: each.places ?? 0, students: each.students ?? 0 }));
  const [family, area, language] = PICTURE_GROUPINGS.map((grouping) => pictureOf(outcomes, grouping));
  return done({ family: family ?? [], area: area ?? [], language: language ?? [] });
}

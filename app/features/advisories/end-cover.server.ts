import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayGiveCover } from "~/domain/advisory/cover";
import { done, type Outcome, refused } from "~/domain/outcome";
import { endCoverNow } from "~/steps/end-cover-now.server";
import type { Wiring } from "~/wiring";
import { lockCover } from "~db/advisory-covers.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type EndCoverRefusal = "not_permitted" | "not_found" | "is_over";

/** A cover ends at once: from this moment on who covered reads nothing of the advisory any more, and is told so. */
export async function endCover(
  wiring: Wiring,
  actor: Actor,
  { coverId }: { coverId: string },
): Promise<Outcome<null, EndCoverRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const cover = await lockCover(tx, { schoolId, coverId });
    if (!cover || !mayGiveCover(actor, { advisorId: cover.advisor_id })) return refused("not_found");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (cover.to_on < today) return refused("is_over");
    await endCoverNow(tx, wiring, { actor, cover, today, now });
    return done(null);
  });
}

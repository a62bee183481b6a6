import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { endOfCover, mayGiveCover } from "~/domain/advisory/cover";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { deleteCover, lockCover, putLastDayOfCover } from "~db/advisory-covers.server";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type EndCoverRefusal = "not_permitted" | "not_found" | "is_over";

/** A cover ends at once: from this moment on who covered reads nothing of the advisory any more. */
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
    const end = endOfCover({ from: cover.from_on }, today);
    if (end === "gone") await deleteCover(tx, { schoolId, coverId });
    else await putLastDayOfCover(tx, { schoolId, coverId, lastDay: end.lastDay });
    const act = { actor, noun: "advisory", nounId: cover.advisory_id, transition: "end_cover", now };
    const days = `${cover.from_on}/${cover.to_on}`;
    await recordAct(tx, { ...act, onBehalfOf: cover.advisor_id, from: days, reason: cover.cover_id });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { thankFamily } from "~/steps/thank-family.server";
import type { Wiring } from "~/wiring";
import { findIntroduction, lockIntroduction } from "~db/introductions.server";
import { listJoinedTo, listSamePerson } from "~db/same-person.server";
import { withScope } from "~db/scope.server";
import { keepFamilyApart } from "./keep-relatives-apart.server";

/**
 * A coordinator says that two families proposed the same person. The later introduction joins the earlier one: it is not invited by
 * itself, its family reads what became of the other, and is thanked with it. Only what looks like the same person can be joined, and
 * never in a chain.
 */
export async function joinIntroduction(
  wiring: Wiring,
  actor: Actor,
  { introductionId, firstId }: { introductionId: string; firstId: string },
): Promise<Outcome<null, AdvanceRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    // In one order, whichever of the two somebody else joins to the other at this moment.
    for (const id of [introductionId, firstId].sort()) await lockIntroduction(tx, { schoolId, introductionId: id });
    const first = await findIntroduction(tx, { schoolId, introductionId: firstId });
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (!first || !introduction) return refused("not_found");
    const same = await listSamePerson(tx, introduction);
    const hasJoiners = (await listJoinedTo(tx, { schoolId, introductionId })).length > 0;
    if (hasJoiners || !same.some(({ id }) => id === firstId)) return refused("wrong_state", { state: first.state });
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introductionId,
      move: "join",
      met: [],
      notices: {},
      set: { joined_to: firstId, reviewed_by: actor.personId },
      act: { reason: `same person as ${firstId}` },
      now,
    });
    if (!moved.ok) return moved;
    if (first.state === "accepted" && first.mentor_id) {
      const mentor = { id: first.mentor_id, name: first.mentor_name };
      await thankFamily(tx, wiring, { introduction, mentorName: mentor.name, now });
      await keepFamilyApart(tx, { introduction, mentor, now });
    }
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { forgetInvitee } from "~db/introductions.server";
import { withScope } from "~db/scope.server";

/** A coordinator does not invite this person. What was told about them is forgotten; the family reads the status on their page. */
export async function setIntroductionAside(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; note: string },
): Promise<Outcome<null, AdvanceRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: input.introductionId,
      move: "set_aside",
      met: [],
      notices: { family: async () => {} },
      set: { decline_note: input.note, answered_at: now.toISOString(), reviewed_by: actor.personId },
      now,
    });
    if (!moved.ok) return moved;
    await forgetInvitee(tx, { schoolId: actor.schoolId, introductionId: input.introductionId });
    return done(null);
  });
}

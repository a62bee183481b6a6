import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import type { Wiring } from "~/wiring";
import { lockIntroduction } from "~db/introductions.server";
import { withScope } from "~db/scope.server";

/**
 * A coordinator does not invite this person. What was told about them is forgotten; the note stays for staff, and the
 * family reads the state on their page.
 */
export async function setIntroductionAside(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; note: string },
): Promise<Outcome<null, AdvanceRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId: input.introductionId });
    if (!introduction) return refused("not_found");
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introduction.id,
      move: "set_aside",
      met: [],
      notices: {},
      set: { decline_note: input.note.trim(), answered_at: now.toISOString(), reviewed_by: actor.personId },
      now,
    });
    if (!moved.ok) return moved;
    await forgetIntroduction(tx, { introduction, silence: null, now });
    return done(null);
  });
}

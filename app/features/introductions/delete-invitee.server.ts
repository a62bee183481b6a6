import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import type { Wiring } from "~/wiring";
import { lockIntroduction } from "~db/introductions.server";
import { withScope } from "~db/scope.server";

/**
 * "Delete me": the invitation ends, what was told is forgotten, and a hash of the address keeps us from writing again. A
 * second time changes nothing. Whoever has said yes is a mentor, and leaves by talking with the school.
 */
export async function deleteInvitee(wiring: Wiring, actor: LinkActor): Promise<Outcome<null, AdvanceRefusal>> {
  if (actor.linkKind !== "delete-me") return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId: actor.schoolId, introductionId: actor.subjectId });
    if (!introduction) return refused("not_found");
    if (introduction.state === "accepted") return refused("wrong_state", { state: introduction.state });
    if (introduction.state === "invited") {
      const moved = await advance(tx, {
        actor,
        noun: "introduction",
        id: introduction.id,
        move: "decline",
        met: [],
        notices: {},
        set: { answered_at: now.toISOString() },
        act: { reason: "delete me" },
        now,
      });
      if (!moved.ok) return moved;
    }
    await forgetIntroduction(tx, { introduction, silence: "delete_me", now });
    return done(null);
  });
}

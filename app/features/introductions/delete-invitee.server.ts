import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findIntroduction, forgetInvitee } from "~db/introductions.server";
import { endLinksTo } from "~db/links.server";
import { suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";

/** "Delete me": the invitation ends, what was told is forgotten, and a hash of the address keeps us from writing again. */
export async function deleteInvitee(wiring: Wiring, actor: LinkActor): Promise<Outcome<null, AdvanceRefusal>> {
  if (actor.linkKind !== "delete-me") return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId, introductionId: actor.subjectId });
    if (!introduction) return refused("not_found");
    if (introduction.state === "accepted") return refused("wrong_state", { state: introduction.state });
    if (introduction.mentor_mail !== "") {
      await suppressMail(tx, {
        mail: introduction.mentor_mail,
        category: "outreach",
        reason: "delete_me",
        districtId: actor.districtId,
        now,
      });
    }
    if (introduction.state === "invited") {
      const moved = await advance(tx, {
        actor,
        noun: "introduction",
        id: introduction.id,
        move: "decline",
        met: [],
        notices: { family: async () => {}, coordinators: async () => {} },
        set: { answered_at: now.toISOString() },
        act: { reason: "delete me" },
        now,
      });
      if (!moved.ok) return moved;
    }
    await forgetInvitee(tx, { schoolId, introductionId: introduction.id });
    await endLinksTo(tx, { schoolId, subjectId: introduction.id, kind: "introduction-invitation", now });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction, lockIntroduction, updateInvitee } from "~db/introductions.server";
import { withScope } from "~db/scope.server";
import { keepKnownRelativesApart } from "./keep-relatives-apart.server";

/**
 * A coordinator corrects what was told about somebody, mostly a mail address that they learned on the phone, and the
 * introduction is theirs from now on. Correcting it again changes no state, and is in the audit log all the same.
 */
export async function reviewIntroduction(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; mentorMail: string; mentorLanguage: string },
): Promise<Outcome<null, AdvanceRefusal | "no_mail">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const mail = input.mentorMail.trim().toLowerCase();
  if (mail === "") return refused("no_mail");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const { introductionId, mentorLanguage } = input;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    const keepApart = async () => {
      const corrected = await findIntroduction(tx, { schoolId, introductionId });
      if (corrected) await keepKnownRelativesApart(tx, { introduction: corrected, now });
      return done(null);
    };
    if (introduction?.state === "in_review") {
      const reviewedBy = actor.personId;
      await updateInvitee(tx, { schoolId, introductionId, mentorMail: mail, mentorLanguage, reviewedBy });
      await recordAct(tx, { actor, noun: "introduction", nounId: introductionId, transition: "correct", now });
      return keepApart();
    }
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introductionId,
      move: "review",
      met: [],
      notices: {},
      set: { mentor_mail: mail, mentor_language: mentorLanguage, reviewed_by: actor.personId },
      now,
    });
    return moved.ok ? keepApart() : moved;
  });
}

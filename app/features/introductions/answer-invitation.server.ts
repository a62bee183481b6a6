import type { LinkActor } from "~/domain/actor";
import type { HostProfile } from "~/domain/introduction/first-placement";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import type { Wiring } from "~/wiring";
import { type IntroductionFacts, lockIntroduction } from "~db/introductions.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { acceptInvitation } from "./accept-invitation.server";
import { noteQuestion } from "./note-question.server";

export interface InvitationAnswer extends HostProfile {
  answer: "accept" | "decline" | "question";
  question: string;
}

export type InvitationRefusal = AdvanceRefusal | "organisation_missing" | "name_missing" | "question_empty";

type Answer = Outcome<{ state: string }, InvitationRefusal>;

/**
 * Somebody who was introduced answers by link and button. The same answer twice is one answer; another answer after the
 * first is refused with the state the invitation is in.
 */
export async function answerInvitation(wiring: Wiring, actor: LinkActor, input: InvitationAnswer): Promise<Answer> {
  if (actor.linkKind !== "introduction-invitation") return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId: actor.schoolId, introductionId: actor.subjectId });
    if (!introduction) return refused("not_found");
    const { state } = introduction;
    if (input.answer === "question") return ask(tx, wiring, introduction, input.question);
    if (state === (input.answer === "accept" ? "accepted" : "declined")) return done({ state });
    if (state !== "invited") return refused("wrong_state", { state });
    if (input.answer === "decline") return decline(tx, wiring, actor, introduction);
    if (organisationNameKey(input.organisationName) === "") return refused("organisation_missing");
    if (input.mentorName.trim() === "") return refused("name_missing");
    return acceptInvitation(tx, wiring, actor, { introduction, profile: input, came: null });
  });
}

/** "No, thank you": what was told is forgotten. The hash of the address keeps other families' invitations away too. */
async function decline(
  tx: ScopeTx,
  wiring: Wiring,
  actor: LinkActor,
  introduction: IntroductionFacts,
): Promise<Answer> {
  const now = wiring.clock.now();
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id: introduction.id,
    move: "decline",
    met: [],
    notices: {},
    set: { answered_at: now.toISOString() },
    now,
  });
  if (!moved.ok) return moved;
  await forgetIntroduction(tx, { introduction, silence: null, now });
  return done({ state: moved.value.to });
}

/** A question lands with staff as a task; the invitation stays open. */
async function ask(tx: ScopeTx, wiring: Wiring, introduction: IntroductionFacts, question: string): Promise<Answer> {
  const { state } = introduction;
  if (state !== "invited" && state !== "accepted") return refused("wrong_state", { state });
  return noteQuestion(tx, { introduction, question, now: wiring.clock.now() });
}

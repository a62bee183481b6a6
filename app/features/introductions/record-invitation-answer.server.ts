import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { ScanFault } from "~/domain/acting/scan";
import type { Actor, StaffActor } from "~/domain/actor";
import { isOpen } from "~/domain/introduction/lifecycle";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance, type HowItCame } from "~/lifecycle.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type IntroductionFacts, lockIntroduction, updateInvitee } from "~db/introductions.server";
import { claimInvitation } from "~db/invited-addresses.server";
import { endInvitationLinks } from "~db/links.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksAbout } from "~db/staff-tasks.server";
import { acceptInvitation } from "./accept-invitation.server";
import type { InvitationAnswer, InvitationRefusal } from "./answer-invitation.server";
import { noteQuestion } from "./note-question.server";

export interface RecordedInvitationAnswer extends InvitationAnswer, HowItWasSaid {
  introductionId: string;
  /** As they told it; empty for somebody who has none. */
  mentorMail: string;
  mentorLanguage: string;
}

export type RecordInvitationAnswerRefusal = InvitationRefusal | ScanFault | "evidence_missing";
type Recorded = Promise<Outcome<{ state: string }, RecordInvitationAnswerRefusal>>;

/**
 * Staff take down what somebody who was introduced answered by phone, in person or on paper: to the invitation, or to a call where
 * none could be mailed. A yes makes what their own would. Of a no nothing is kept that they said, as their own no keeps nothing.
 * The same answer twice is one answer.
 */
export async function recordInvitationAnswer(wiring: Wiring, actor: Actor, input: RecordedInvitationAnswer): Recorded {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { introductionId, answer } = input;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Recorded => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    const { state } = introduction;
    const came = cameFrom({ id: null, language: introduction.mentor_language }, input);
    if (state === SETTLES[answer]) return done({ state });
    if (!isOpen(state) && !(answer === "question" && state === "accepted")) return refused("wrong_state", { state });
    if (answer === "question") return takeQuestion(tx, { actor, introduction, input, came, now });
    if (answer === "decline") return takeNo(tx, { actor, introduction, came, now });
    return takeYes(tx, wiring, { actor, introduction, input, came, now });
  });
}

/** The state that an answer brings; a question brings none. */
const SETTLES = { accept: "accepted", decline: "declined", question: null } as const;

interface Taken {
  actor: StaffActor;
  introduction: IntroductionFacts;
  came: HowItCame;
  now: Date;
}

interface TakenWords extends Taken {
  input: RecordedInvitationAnswer;
}

async function takeQuestion(tx: ScopeTx, taken: TakenWords): Recorded {
  const { actor, introduction, input, came, now } = taken;
  const of = { noun: "introduction", id: introduction.id } as const;
  const scan = await readScan(tx, { schoolId: actor.schoolId, of, file: input.scan });
  if (!scan.ok) return scan;
  const noted = await noteQuestion(tx, { introduction, question: input.question, now });
  if (!noted.ok) return noted;
  await keepScan(tx, { actor, of, picture: scan.value, now });
  await recordAct(tx, { actor, noun: "introduction", nounId: introduction.id, transition: "ask", now, ...came });
  return noted;
}

/** What was told is forgotten, and a hash of the address keeps other families' invitations away, as after a mail. */
async function takeNo(tx: ScopeTx, { actor, introduction, came, now }: Taken): Recorded {
  const { id, district_id: districtId, mentor_mail: mail } = introduction;
  if (mail !== "") await claimInvitation(tx, { districtId, mail, now });
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id,
    move: "take_down_no",
    met: [],
    notices: {},
    set: { answered_at: now.toISOString() },
    // The log outlives what is forgotten, so it has no words of theirs.
    act: { channel: came.channel, language: came.language } as HowItCame,
    now,
  });
  if (!moved.ok) return moved;
  await forgetIntroduction(tx, { introduction, silence: null, now });
  return done({ state: moved.value.to });
}

async function takeYes(tx: ScopeTx, wiring: Wiring, taken: TakenWords): Recorded {
  const { actor, input, came, now } = taken;
  const { schoolId } = actor;
  const { introductionId } = input;
  if (organisationNameKey(input.organisationName) === "") return refused("organisation_missing");
  if (input.mentorName.trim() === "") return refused("name_missing");
  if (input.evidence.trim() === "") return refused("evidence_missing");
  const of = { noun: "introduction", id: introductionId } as const;
  const scan = await readScan(tx, { schoolId, of, file: input.scan });
  if (!scan.ok) return scan;
  const mentor_mail = input.mentorMail.trim().toLowerCase();
  const introduction = { ...taken.introduction, mentor_mail, mentor_language: input.mentorLanguage };
  const accepted = await acceptInvitation(tx, wiring, actor, { introduction, profile: input, came });
  if (!accepted.ok) return accepted;
  await correct(tx, { actor, before: taken.introduction, introduction, now });
  await keepScan(tx, { actor, of, picture: scan.value, now });
  for (const kind of ["tell_host", "mail_undeliverable", "mail_failed"] as const)
    await closeTasksAbout(tx, { schoolId, kind, subject: of, note: "They answered.", now });
  return accepted;
}

/** Notes how they are reached, as they told it. By a link that went to another address nobody answers any more. */
async function correct(
  tx: ScopeTx,
  { actor, before, introduction, now }: Omit<Taken, "came"> & { before: IntroductionFacts },
): Promise<void> {
  const { school_id: schoolId, id: introductionId, mentor_mail: mentorMail } = introduction;
  const { mentor_language: mentorLanguage } = introduction;
  await updateInvitee(tx, { schoolId, introductionId, mentorMail, mentorLanguage, reviewedBy: actor.personId });
  if (mentorMail !== before.mentor_mail) await endInvitationLinks(tx, { schoolId, subjectId: introductionId, now });
}

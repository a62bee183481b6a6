import type { LinkActor } from "~/domain/actor";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { thankFamily } from "~/steps/thank-family.server";
import type { Wiring } from "~/wiring";
import { forbidPair } from "~db/forbidden-pairs.server";
import { findIntroduction, forgetInvitee, type IntroductionFacts } from "~db/introductions.server";
import { endLinksTo } from "~db/links.server";
import {
  admitMentor,
  affiliate,
  ensureOrganisation,
  findMentorByMail,
  insertMentor,
  insertMentorOffer,
} from "~db/organisations.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

export interface InvitationAnswer {
  answer: "accept" | "decline" | "question";
  organisationName: string;
  mentorName: string;
  title: string;
  /** What the mentor could show a student; becomes an open offer of time. */
  offer: string;
  question: string;
}

export type InvitationRefusal = AdvanceRefusal | "organisation_missing" | "name_missing" | "question_empty";

/** Somebody who was introduced answers by link and button. Accepting makes organisation and mentor, with attribution. */
export async function answerInvitation(
  wiring: Wiring,
  actor: LinkActor,
  input: InvitationAnswer,
): Promise<Outcome<{ state: string }, InvitationRefusal>> {
  if (actor.linkKind !== "introduction-invitation") return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId: actor.schoolId, introductionId: actor.subjectId });
    if (!introduction) return refused("not_found");
    if (input.answer === "question") return ask(tx, wiring, introduction, input.question);
    return input.answer === "accept"
      ? accept(tx, wiring, actor, { introduction, input })
      : decline(tx, wiring, actor, introduction);
  });
}

type Answer = Promise<Outcome<{ state: string }, InvitationRefusal>>;

async function accept(
  tx: ScopeTx,
  wiring: Wiring,
  actor: LinkActor,
  { introduction, input }: { introduction: IntroductionFacts; input: InvitationAnswer },
): Answer {
  if (input.organisationName.trim() === "") return refused("organisation_missing");
  if (input.mentorName.trim() === "") return refused("name_missing");
  if (introduction.state !== "invited") return refused("wrong_state", { state: introduction.state });
  const now = wiring.clock.now();
  const { districtId, schoolId } = actor;
  const name = input.organisationName.trim();
  const organisation = await ensureOrganisation(tx, {
    districtId,
    name,
    nameKey: organisationNameKey(name),
    source: "introduction",
    sector: "business",
  });
  const host = { districtId, organisationId: organisation.id, title: input.title.trim() };
  const known = await findMentorByMail(tx, { districtId, mail: introduction.mentor_mail });
  const mentorId =
    known ??
    (await insertMentor(tx, {
      ...host,
      fullName: input.mentorName.trim(),
      nameUsed: input.mentorName.trim(),
      language: introduction.mentor_language,
      mail: introduction.mentor_mail,
      mailVerifiedAt: now,
      source: "introduction",
    }));
  if (known) await affiliate(tx, { ...host, mentorId });
  await admitMentor(tx, {
    districtId,
    organisationId: organisation.id,
    mentorId,
    mail: introduction.mentor_mail,
    language: introduction.mentor_language,
  });
  if (input.offer.trim() !== "")
    await insertMentorOffer(tx, { districtId, organisationId: organisation.id, mentorId, what: input.offer.trim() });
  if (introduction.is_relative && introduction.relatives_student_id) {
    await forbidPair(tx, {
      schoolId,
      districtId,
      studentId: introduction.relatives_student_id,
      mentorId,
      reason: "relative",
    });
  }
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id: introduction.id,
    move: "accept",
    met: [],
    notices: {
      family: () => thankFamily(tx, wiring, { introduction, mentorName: input.mentorName.trim(), now }),
      coordinators: async () => {},
    },
    set: { answered_at: now.toISOString(), organisation_id: organisation.id, mentor_id: mentorId },
    now,
  });
  return moved.ok ? done({ state: moved.value.to }) : moved;
}

async function decline(tx: ScopeTx, wiring: Wiring, actor: LinkActor, introduction: IntroductionFacts): Answer {
  const now = wiring.clock.now();
  const moved = await advance(tx, {
    actor,
    noun: "introduction",
    id: introduction.id,
    move: "decline",
    met: [],
    notices: { family: async () => {}, coordinators: async () => {} },
    set: { answered_at: now.toISOString() },
    now,
  });
  if (!moved.ok) return moved;
  await forgetInvitee(tx, { schoolId: actor.schoolId, introductionId: introduction.id });
  await endLinksTo(tx, { schoolId: actor.schoolId, subjectId: introduction.id, kind: "introduction-invitation", now });
  return done({ state: moved.value.to });
}

async function ask(tx: ScopeTx, wiring: Wiring, introduction: IntroductionFacts, question: string): Answer {
  if (question.trim() === "") return refused("question_empty");
  const now = wiring.clock.now();
  await openTask(tx, {
    schoolId: introduction.school_id,
    kind: "mentor_question",
    subject: { noun: "introduction", id: introduction.id },
    props: { message: question, mentor: introduction.mentor_name },
    dedupeKey: `introduction_question:${introduction.id}:${now.getTime()}`,
    now,
  });
  return done({ state: introduction.state });
}

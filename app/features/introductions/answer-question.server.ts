import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { isMailed } from "~/steps/mail-or-ask.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type IntroductionFacts, lockIntroduction } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksAbout, digestOf } from "~db/staff-tasks.server";
import { listOpenQuestions } from "./list-open-questions.server";

export type AnswerQuestionRefusal = "not_permitted" | "not_found" | "nothing_asked" | "answer_empty" | "told_missing";

interface AnsweredQuestion {
  introductionId: string;
  answer: string;
  /** How they were told, where no mail brings it; undefined where one does. */
  told?: Omit<HowItWasSaid, "scan"> | undefined;
}

/** Whether a mail with the link to say yes or no brings an answer to somebody in a language they read. */
export const isAnsweredByMail = ({ mentor_mail, mentor_language: language, expires_at }: IntroductionFacts): boolean =>
  isMailed({ mail: mentor_mail || null, language }) && expires_at !== null;

/**
 * A coordinator answers what somebody who was invited has asked, by mail to the address that asked, with the link by which they say
 * yes or no; whom no mail brings it in a language they read has been told by a person, who says how. All that is open counts as
 * answered.
 */
export async function answerMentorQuestion(
  wiring: Wiring,
  actor: Actor,
  input: AnsweredQuestion,
): Promise<Outcome<null, AnswerQuestionRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const answer = input.answer.trim();
  const { schoolId, districtId } = actor;
  const { introductionId } = input;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    const [question] = (await listOpenQuestions(tx, { schoolId, introductionId })).slice(-1);
    if (question === undefined) return refused("nothing_asked");
    if (answer === "") return refused("answer_empty");
    const { mentor_mail: mail, mentor_language: language, mentor_id: mentorId, expires_at: expiresAt } = introduction;
    const subject = { noun: "introduction", id: introductionId };
    const act = { actor, noun: "introduction", nounId: introductionId, transition: "answer_question", now };
    if (!isAnsweredByMail(introduction) || expiresAt === null) {
      const { told } = input;
      if (told === undefined) return refused("told_missing");
      await closeTasksAbout(tx, { schoolId, kind: "mentor_question", subject, note: answer, now });
      const { channel, language: spoken, interpreter } = cameFrom({ id: null, language }, told);
      await recordAct(tx, { ...act, channel, language: spoken, interpreter });
      return done(null);
    }
    const school = await getSchool(tx, schoolId);
    const token = await insertLink(tx, {
      kind: "introduction-invitation",
      schoolId,
      districtId,
      subjectId: introductionId,
      language,
      expiresAt: new Date(expiresAt),
    });
    await enqueueMail(tx, {
      kind: "introduction-answer",
      props: {
        mentorName: introduction.mentor_name,
        question,
        answer,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/invitation/${token}`,
      },
      to: { mail, language, mentorId },
      schoolId,
      dedupeKey: `introduction-answer:${introductionId}:${digestOf(`${question}\n${answer}`)}`,
      now,
    });
    await closeTasksAbout(tx, { schoolId, kind: "mentor_question", subject, note: "Answered by mail.", now });
    await recordAct(tx, act);
    return done(null);
  });
}

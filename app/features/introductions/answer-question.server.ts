import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockIntroduction } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksAbout, digestOf } from "~db/staff-tasks.server";
import { listOpenQuestions } from "./list-open-questions.server";

export type AnswerQuestionRefusal = "not_permitted" | "not_found" | "nothing_asked" | "answer_empty";

/**
 * A coordinator answers what somebody who was invited has asked, by mail to the address that asked, with the link by which they say
 * yes or no. All that is open counts as answered.
 */
export async function answerMentorQuestion(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; answer: string },
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
    if (question === undefined || introduction.expires_at === null) return refused("nothing_asked");
    if (answer === "") return refused("answer_empty");
    const { mentor_mail: mail, mentor_language: language, mentor_id: mentorId } = introduction;
    const school = await getSchool(tx, schoolId);
    const token = await insertLink(tx, {
      kind: "introduction-invitation",
      schoolId,
      districtId,
      subjectId: introductionId,
      language,
      expiresAt: new Date(introduction.expires_at),
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
    const subject = { noun: "introduction", id: introductionId };
    await closeTasksAbout(tx, { schoolId, kind: "mentor_question", subject, note: "Answered by mail.", now });
    await recordAct(tx, { actor, noun: "introduction", nounId: introductionId, transition: "answer_question", now });
    return done(null);
  });
}

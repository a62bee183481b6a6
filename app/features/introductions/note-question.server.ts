import { done, type Outcome, refused } from "~/domain/outcome";
import type { IntroductionFacts } from "~db/introductions.server";
import type { ScopeTx } from "~db/scope.server";
import { digestOf, openTask } from "~db/staff-tasks.server";

interface Asked {
  introduction: IntroductionFacts;
  question: string;
  now: Date;
}

/** Puts what somebody who was introduced asks before staff, as a task; the same question twice is one. */
export async function noteQuestion(
  tx: ScopeTx,
  { introduction, question, now }: Asked,
): Promise<Outcome<{ state: string }, "question_empty">> {
  if (question.trim() === "") return refused("question_empty");
  await openTask(tx, {
    schoolId: introduction.school_id,
    kind: "mentor_question",
    subject: { noun: "introduction", id: introduction.id },
    props: { message: question.trim(), mentor: introduction.mentor_name },
    dedupeKey: `mentor_question:${introduction.id}:${digestOf(question)}`,
    now,
  });
  return done({ state: introduction.state });
}

import type { SchoolActor } from "~/domain/actor";
import type { Question } from "~/domain/question/question";
import { recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { digestOf, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";

interface Asked {
  actor: SchoolActor;
  /** Whom the limit is for, and who is forgotten with it: a person, a mentor, a link, or the school for all its visitors. */
  asker: { noun: "person" | "mentor" | "link" | "school"; id: string };
  /** Tells visitors apart who write the same words. */
  from?: string;
  /** How many of the asker's may wait at once. */
  mostWaiting: number;
  question: Question;
  now: Date;
}

/**
 * A question becomes a task of the school's coordinators; the same words of the same asker are one while it is open. Answers
 * false when too many wait. The log says that somebody asked, never what.
 */
export async function openQuestionTask(
  tx: ScopeTx,
  { actor, asker, from = asker.id, mostWaiting, question, now }: Asked,
): Promise<boolean> {
  const { schoolId } = actor;
  const words = question.question.trim();
  const dedupeKey = `question:${from}:${digestOf(words)}`;
  const waiting = await listOpenTaskKeys(tx, { schoolId, kind: "question", subject: asker });
  if (waiting.includes(dedupeKey)) return true;
  if (waiting.length >= mostWaiting) return false;
  const props = {
    question: words,
    language: question.language,
    ...(question.name.trim() && { asker: question.name.trim() }),
    ...(question.contact.trim() && { contact: question.contact.trim() }),
    ...(asker.noun === "person" && { personId: asker.id }),
    ...(asker.noun === "mentor" && { mentorId: asker.id }),
  };
  const isNew = await openTask(tx, { schoolId, kind: "question", subject: asker, props, dedupeKey, now });
  if (isNew) await recordAct(tx, { actor, noun: asker.noun, nounId: asker.id, transition: "ask_school", now });
  return true;
}

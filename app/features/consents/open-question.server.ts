import { type Act, recordAct } from "~db/audit.server";
import type { ConsentFacts } from "~db/consents.server";
import type { ScopeTx } from "~db/scope.server";
import { digestOf, openTask } from "~db/staff-tasks.server";

interface Question
  extends Pick<Act, "actor" | "channel" | "onBehalfOf" | "language" | "interpreter" | "evidence" | "now"> {
  consent: ConsentFacts;
  question: string;
}

/** A question about a consent becomes a task of its own, once for the same words while it is open. */
export async function openQuestion(tx: ScopeTx, { consent, question, ...act }: Question): Promise<void> {
  const { school_id: schoolId, id, language, guardian_full_name: guardian } = consent;
  const isNew = await openTask(tx, {
    schoolId,
    kind: "guardian_question",
    subject: { noun: "consent", id },
    props: { question, guardian, language },
    dedupeKey: `guardian_question:${id}:${digestOf(question)}`,
    now: act.now,
  });
  if (isNew) await recordAct(tx, { language, ...act, noun: "consent", nounId: id, transition: "ask" });
}

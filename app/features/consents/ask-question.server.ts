import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findConsent } from "~db/consents.server";
import { withScope } from "~db/scope.server";
import { digestOf, openTask } from "~db/staff-tasks.server";
import { findOwnConsent, type HolderActor } from "./find-own-consent.server";

/** "I have a question": it lands with staff as a task, once for each question; the request stays as it is. */
export async function askQuestion(
  wiring: Wiring,
  actor: HolderActor,
  input: { consentId: string; question: string },
): Promise<Outcome<null, "not_found" | "no_rights" | "question_empty">> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const own = await findOwnConsent(tx, actor, { consentId: input.consentId, now, read: findConsent });
    if (!own.ok) return own;
    const question = input.question.trim();
    if (question === "") return refused("question_empty");
    const { consent, rights } = own.value;
    const isNew = await openTask(tx, {
      schoolId,
      kind: "guardian_question",
      subject: { noun: "consent", id: consent.id },
      props: { question, guardian: consent.guardian_full_name, language: consent.language },
      dedupeKey: `guardian_question:${consent.id}:${digestOf(question)}`,
      now,
    });
    if (isNew)
      await recordAct(tx, {
        actor,
        noun: "consent",
        nounId: consent.id,
        transition: "ask",
        language: consent.language,
        onBehalfOf: rights.isSelf ? null : consent.student_id,
        now,
      });
    return done(null);
  });
}

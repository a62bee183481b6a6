import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { withScope } from "~db/scope.server";
import { findOwnConsent, type HolderActor } from "./find-own-consent.server";
import { openQuestion } from "./open-question.server";

/** "I have a question": it lands with staff as a task, once for each question; the request stays as it is. */
export async function askQuestion(
  wiring: Wiring,
  actor: HolderActor,
  input: { consentId: string; question: string },
): Promise<Outcome<null, "not_found" | "no_rights" | "question_empty">> {
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const own = await findOwnConsent(tx, actor, { consentId: input.consentId, now, read: findConsent });
    if (!own.ok) return own;
    const question = input.question.trim();
    if (question === "") return refused("question_empty");
    const { consent, rights } = own.value;
    await openQuestion(tx, { actor, consent, question, onBehalfOf: rights.isSelf ? null : consent.student_id, now });
    return done(null);
  });
}

import type { GuardianActor, LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

/** "I have a question": it lands with staff as a task; the request stays open. */
export async function askQuestion(
  wiring: Wiring,
  actor: LinkActor | GuardianActor,
  input: { consentId: string; question: string },
): Promise<Outcome<null, "not_found" | "question_empty">> {
  if (actor.kind === "link" && (actor.linkKind !== "consent" || actor.subjectId !== input.consentId))
    return refused("not_found");
  if (input.question.trim() === "") return refused("question_empty");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId: actor.schoolId, consentId: input.consentId });
    if (!consent || consent.guardian_id !== actor.personId) return refused("not_found");
    await openTask(tx, {
      schoolId: actor.schoolId,
      kind: "guardian_question",
      subject: { noun: "consent", id: consent.id },
      props: { question: input.question, guardian: consent.guardian_full_name, language: consent.language },
      dedupeKey: `guardian_question:${consent.id}:${now.getTime()}`,
      now,
    });
    return done(null);
  });
}

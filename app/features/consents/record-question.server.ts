import type { Actor } from "~/domain/actor";
import type { Channel } from "~/domain/consent/lifecycle";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { withScope } from "~db/scope.server";
import { openQuestion } from "./open-question.server";

export interface RecordedQuestion {
  consentId: string;
  channel: Exclude<Channel, "web" | "link">;
  question: string;
  interpreter: string;
}

export type QuestionRefusal = "not_permitted" | "not_found" | "question_empty";

/** Staff note what a holder asked by phone, on paper or in person; anybody who was asked may ask back. */
export async function recordQuestion(
  wiring: Wiring,
  actor: Actor,
  input: RecordedQuestion,
): Promise<Outcome<null, QuestionRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId: actor.schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const question = input.question.trim();
    if (question === "") return refused("question_empty");
    await openQuestion(tx, {
      actor,
      consent,
      question,
      channel: input.channel,
      onBehalfOf: consent.guardian_id,
      interpreter: input.interpreter.trim(),
      now,
    });
    return done(null);
  });
}

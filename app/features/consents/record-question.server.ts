import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { ScanFault } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { lockConsent } from "~db/consents.server";
import { withScope } from "~db/scope.server";
import { openQuestion } from "./open-question.server";

export interface RecordedQuestion extends HowItWasSaid {
  consentId: string;
  question: string;
}

export type QuestionRefusal = "not_permitted" | "not_found" | "question_empty" | ScanFault;

/** Staff note what a holder asked by phone, on paper or in person; anybody who was asked may ask back. */
export async function recordQuestion(
  wiring: Wiring,
  actor: Actor,
  input: RecordedQuestion,
): Promise<Outcome<null, QuestionRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await lockConsent(tx, { schoolId: actor.schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const question = input.question.trim();
    if (question === "") return refused("question_empty");
    const of = { noun: "consent", id: consent.id } as const;
    const scan = await readScan(tx, { schoolId: actor.schoolId, of, file: input.scan });
    if (!scan.ok) return scan;
    const came = cameFrom({ id: consent.guardian_id, language: consent.language }, input);
    await openQuestion(tx, { actor, consent, question, ...came, now });
    await keepScan(tx, { actor, of, picture: scan.value, now });
    return done(null);
  });
}

import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type CallOffRefusal, callOffVisit } from "./call-off-visit.server";
import { type EndVisitRefusal, endVisit } from "./end-visit.server";

export type VisitAnswer =
  | { intent: "call_off"; visitId: string; reason: string }
  | { intent: "took_place" | "missed"; visitId: string };

export type AnswerVisitRefusal = CallOffRefusal | EndVisitRefusal;

/** What the buttons beside a visit do, whoever reads the page. */
export function answerVisit(
  wiring: Wiring,
  actor: Actor,
  answer: VisitAnswer & { pursuitId: string },
): Promise<Outcome<{ from: string; to: string }, AnswerVisitRefusal>> {
  const { pursuitId, visitId } = answer;
  if (answer.intent === "call_off") return callOffVisit(wiring, actor, { pursuitId, visitId, reason: answer.reason });
  return endVisit(wiring, actor, { pursuitId, visitId, came: answer.intent === "took_place" });
}

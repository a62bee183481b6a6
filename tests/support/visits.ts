import type { VisitKind } from "~/domain/visit/visit-gates";
import { planVisit } from "~/features/visits/plan-visit.server";
import { anaContacted, staff } from "./pursuit-way";
import { type Stage, valueIn } from "./stage";

/** A Thursday a week after the test's day, from nine to three where Lakeview is (Pacific time). */
export const THURSDAY = { day: "2026-10-22", from: "09:00", to: "15:00" };
export const PLACE = "Clinic, 12 Elm Street. Ask for Maya.";

/** Staff have seen to everything that is open. */
export const closeGates = (stage: Stage) =>
  stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");

/** Ines plans a visit of Ana; the answer of the verb. */
export const inesPlans = (
  stage: Stage,
  pursuitId: string,
  change: Partial<typeof THURSDAY> & { kind?: VisitKind; place?: string } = {},
) =>
  planVisit(stage.wiring, staff("ines"), {
    ...{ pursuitId, kind: "informational_interview" as const, place: PLACE, ...THURSDAY },
    ...change,
  });

/** Ana's host knows of her, and an interview is dated. */
export async function anaHasInterview(stage: Stage): Promise<{ pursuitId: string; visitId: string }> {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  const { visitId, state } = valueIn(await inesPlans(stage, pursuitId));
  if (state !== "dated") throw new Error("the interview waits for something");
  return { pursuitId, visitId };
}

export interface VisitRow extends Record<string, unknown> {
  id: string;
  state: string;
  starts_at: string;
  ends_at: string;
  place: string;
  sequence: number;
}

export const listVisitRows = (stage: Stage) => stage.rows<VisitRow>("select * from visits order by created_at, id");

import { takeAnswer } from "~/features/outreach/take-answer.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function takeOneAnswer(wiring: Wiring, { schoolId, ...answer }: Payload<"take-answer">): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "take-answer" });
  if (!actor) return;
  const outcome = await takeAnswer(wiring, actor, answer);
  wiring.log.info(
    { schoolId, state: outcome.ok ? outcome.value.took : outcome.reason },
    "an answer to outreach came in",
  );
}

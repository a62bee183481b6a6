import { proposeMatches } from "~/features/matching/propose-matches.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function proposeOnePlan(wiring: Wiring, { schoolId, runId }: Payload<"propose-matches">): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "propose-matches" });
  if (!actor) return;
  const outcome = await proposeMatches(wiring, actor, { runId });
  if (!outcome.ok) wiring.log.warn({ schoolId, runId, reason: outcome.reason }, "a match run was refused");
}

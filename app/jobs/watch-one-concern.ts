import { watchConcern } from "~/features/concerns/watch-concern.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function watchOneConcern(wiring: Wiring, payload: Payload<"watch-concern">): Promise<void> {
  const { schoolId, ...asked } = payload;
  // The policies let a job of this name see what happens with a report, and nothing of what it says.
  const actor = await actForSchool(wiring, { schoolId, job: "watch-concern" });
  if (actor) await watchConcern(wiring, actor, asked);
}

import { carryOutMatch } from "~/features/pursuits/carry-out-match.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function approveOneHeld(wiring: Wiring, { schoolId, matchId }: Payload<"approve-held">): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "approve-held" });
  if (!actor) return;
  const outcome = await carryOutMatch(wiring, actor, { matchId });
  if (!outcome.ok && outcome.reason === "put_back") wiring.log.info({ schoolId }, "an approval was put back");
}

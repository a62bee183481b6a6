import type { Decided } from "~/domain/matching/decided-since";
import { getCurrentWeights } from "~db/match-weights.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import type { ScopeTx } from "~db/scope.server";
import { placesInView, toLock, toPair } from "./plan-input.server";
import type { PlanNames } from "./plan-names.server";

/** What is settled about a school's pairs and listings at this moment, the listings as they are named. */
export async function decidedNow(
  tx: ScopeTx,
  { schoolId, listings }: { schoolId: string } & Pick<PlanNames, "listings">,
): Promise<Decided> {
  const rulings = await listStandingRulings(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const { weights } = await getCurrentWeights(tx, schoolId);
  return {
    locks: rulings.filter(({ ruling }) => ruling === "locked").map(toLock),
    forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
    inView: await placesInView(tx, schoolId),
    openListingIds: listings.flatMap(({ id, state }) => (state === "published" && !paused.has(id) ? id : [])),
    weightsVersion: weights.version,
  };
}

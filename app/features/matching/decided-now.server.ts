import type { Decided } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import { getCurrentWeights } from "~db/match-weights.server";
import { findNewestRun, listListingTitles } from "~db/matches.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import type { ScopeTx } from "~db/scope.server";
import { placesInView, toLock, toPair } from "./plan-input.server";

/** What is settled about a school's pairs and listings at this moment, and which locks the plan on the board let rest. */
export async function decidedNow(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ decided: Decided; resting: readonly PairIds[] }> {
  const run = await findNewestRun(tx, { schoolId, state: "finished" });
  const { resting = [] } = (run?.summary ?? {}) as { resting?: RestingLock[] };
  const rulings = await listStandingRulings(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const listings = await listListingTitles(tx, schoolId);
  const { weights } = await getCurrentWeights(tx, schoolId);
  return {
    decided: {
      locks: rulings.filter(({ ruling }) => ruling === "locked").map(toLock),
      forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
      inView: await placesInView(tx, schoolId),
      openListingIds: listings.flatMap(({ id, state }) => (state === "published" && !paused.has(id) ? id : [])),
      weightsVersion: weights.version,
    },
    resting,
  };
}

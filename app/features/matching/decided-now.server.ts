import { civilDate } from "~/clock";
import type { Decided } from "~/domain/matching/decided-since";
import { isOver } from "~/domain/placement/is-over";
import { listHeldMatches } from "~db/held-matches.server";
import { listLookingIds } from "~db/match-evidence.server";
import { getCurrentWeights } from "~db/match-weights.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { placesInView } from "./plan-input.server";
import type { PlanNames } from "./plan-names.server";
import { toPair } from "./ruled-pair.server";
import { standingLocks } from "./standing-locks.server";

/** What is settled about a school's pairs and listings at this moment, the listings as they are named. */
export async function decidedNow(
  tx: ScopeTx,
  { schoolId, listings, now }: { schoolId: string; now: Date } & Pick<PlanNames, "listings">,
): Promise<Decided> {
  const rulings = await listStandingRulings(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const { weights } = await getCurrentWeights(tx, schoolId);
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const isOpen = ({ id, state, ends_on }: (typeof listings)[number]) =>
    state === "published" && !paused.has(id) && !isOver({ ends_on }, on);
  return {
    locks: await standingLocks(tx, { schoolId, rulings }),
    forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
    inView: await placesInView(tx, schoolId),
    waiting: (await listHeldMatches(tx, { schoolId })).map(toPair),
    openListingIds: listings
      .filter(isOpen)
      .map(({ id }) => id)
      .sort(),
    weightsVersion: weights.version,
    lookingIds: await listLookingIds(tx, { schoolId }),
  };
}

import type { Decided } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import { listHeldMatches } from "~db/held-matches.server";
import { listPursuitRows } from "~db/match-evidence.server";
import { getCurrentWeights } from "~db/match-weights.server";
import { findNewestRun, listListingTitles } from "~db/matches.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import type { ScopeTx } from "~db/scope.server";
import { toLock, toPair } from "./plan-input.server";

/** States of a pursuit in which a seat is held, not just a place. */
const SEATED = ["offered", "accepted"];

/** What is settled about a school's pairs and listings at this moment, and which locks the plan on the board let rest. */
export async function decidedNow(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ decided: Decided; resting: readonly PairIds[] }> {
  const run = await findNewestRun(tx, { schoolId, state: "finished" });
  const { resting = [] } = (run?.summary ?? {}) as { resting?: RestingLock[] };
  const rulings = await listStandingRulings(tx, { schoolId });
  const pursuits = await listPursuitRows(tx, schoolId);
  const held = await listHeldMatches(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const listings = await listListingTitles(tx, schoolId);
  const { weights } = await getCurrentWeights(tx, schoolId);
  const inView = pursuits
    .filter(({ state }) => state !== "requested")
    .map((row) => ({ ...toPair(row), seated: SEATED.includes(row.state) }));
  const keys = new Set(inView.map(({ studentId, listingId }) => `${studentId} ${listingId}`));
  const waiting = held.filter((row) => !keys.has(`${row.student_id} ${row.listing_id}`));
  return {
    decided: {
      locks: rulings.filter(({ ruling }) => ruling === "locked").map(toLock),
      forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
      inView: [...inView, ...waiting.map((row) => ({ ...toPair(row), seated: false }))],
      openListingIds: listings.flatMap(({ id, state }) => (state === "published" && !paused.has(id) ? id : [])),
      weightsVersion: weights.version,
    },
    resting,
  };
}

import { groupBy } from "~/domain/group-by";
import { days, hours } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { listOwnJobs } from "~db/operations.server";
import type { ScopeTx } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { PLACEMENTS } from "~search/placement-document";
import { surestEngine } from "./surest-engine";

/** What was listed just now may not be in the index yet: it is news of the next time. */
export const INDEX_LAG = hours(1);
/** News do not wait for longer for what never comes into the index. */
const LONGEST_WAIT = days(14);
/** As many as one question answers; who would be beyond them counts as missing until no change of theirs waits any more. */
const MOST_HITS = 1_000;

/** A placement of which a change is on its way to the index, or failed on its way, and when the school listed it. */
export interface Waiting {
  placementId: string;
  listedAt: Date;
}

/** Up to when the index holds what a school listed. */
export interface Held {
  until: Date;
  /** When placements were listed that the index does not hold, as far as that ends anybody's news. */
  missing: readonly Date[];
}

/** Read before an engine is asked, so that what comes into the index meanwhile counts as missing, and never the other way. */
export async function listWaiting(
  tx: ScopeTx,
  { schoolId, on, now }: { schoolId: string; on: string; now: Date },
): Promise<Waiting[]> {
  // A document that no engine takes as it is will not come by waiting.
  const jobs = (await listOwnJobs(tx, ["sync-placement"])).filter(({ last_error: error }) => !isRefused(error));
  if (jobs.length === 0) return [];
  const placementIds = jobs.map(({ subject }) => subject);
  const listings = await listListingsForSearch(tx, { schoolId, placementIds, on });
  return listings
    .flatMap(({ placement_id: placementId, published_at: at }) =>
      at === null ? [] : [{ placementId, listedAt: new Date(at) }],
    )
    .filter(({ listedAt }) => now.getTime() - listedAt.getTime() <= LONGEST_WAIT);
}

const isRefused = (error: string) => error.endsWith(": bad_document");

/**
 * Of what waits the index may hold the listing all the same: only another engine has yet to take it, or it was changed since. An
 * earlier listing of the same placement is another one. Each moment is a question, so only those are asked for that may end
 * somebody's news: none from before `since`, when the earliest news begin, and none behind the first that is missing after
 * `before`, by when the last have begun.
 */
export async function findHeld(wiring: Wiring, { schoolId, waiting, since, before, now }: Looking): Promise<Held> {
  const until = new Date(now.getTime() - INDEX_LAG);
  const missing: Date[] = [];
  const byMoment = groupBy(
    waiting.filter(({ listedAt }) => listedAt > since && listedAt <= until),
    ({ listedAt }) => listedAt.getTime(),
  );
  for (const [moment, listed] of [...byMoment].sort(([a], [b]) => a - b)) {
    if (await holdsAll(wiring, { schoolId, moment, listed })) continue;
    missing.push(new Date(moment));
    if (moment >= before.getTime()) break;
  }
  return { until, missing };
}

interface Looking {
  schoolId: string;
  waiting: readonly Waiting[];
  since: Date;
  before: Date;
  now: Date;
}

async function holdsAll(
  wiring: Wiring,
  { schoolId, moment, listed }: { schoolId: string; moment: number; listed: readonly Waiting[] },
): Promise<boolean> {
  const { hits } = await surestEngine(wiring).search(PLACEMENTS, {
    scope: { schoolId },
    parts: [],
    filters: { listed: { field: "publishedAt", in: [moment] } },
    offset: 0,
    limit: MOST_HITS,
  });
  const held = new Set(hits.map(({ id }) => id));
  return listed.every(({ placementId }) => held.has(placementId));
}

/** Where news since a moment end: before the first placement listed since that the index does not hold. */
export function newsUntil({ until, missing }: Held, since: Date): Date {
  const ends = missing.filter((at) => at > since).map((at) => at.getTime() - 1);
  return new Date(Math.min(until.getTime(), ...ends));
}

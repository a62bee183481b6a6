import { days, hours } from "~/domain/time";
import { listOwnJobs } from "~db/operations.server";
import type { ScopeTx } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";

/** What was listed just now may not be in the index yet: it is news of the next time. */
export const INDEX_LAG = hours(1);
/** News do not wait for longer for what never comes into the index. */
const LONGEST_WAIT = days(14);

/** Up to when the index holds what a school listed. */
export interface Held {
  until: Date;
  /** When each placement was listed whose change still waits for the index, or failed on its way there. */
  missing: readonly Date[];
}

/** Read before an engine is asked, so that what comes into the index meanwhile counts as missing, and never the other way. */
export async function readHeld(
  tx: ScopeTx,
  { schoolId, on, now }: { schoolId: string; on: string; now: Date },
): Promise<Held> {
  const until = new Date(now.getTime() - INDEX_LAG);
  // A document that no engine takes as it is will not come by waiting.
  const waiting = (await listOwnJobs(tx, ["sync-placement"])).filter(({ last_error: error }) => !isRefused(error));
  if (waiting.length === 0) return { until, missing: [] };
  const placementIds = waiting.map(({ subject }) => subject);
  const listings = await listListingsForSearch(tx, { schoolId, placementIds, on });
  const missing = listings
    .flatMap(({ published_at: at }) => (at === null ? [] : [new Date(at)]))
    .filter((at) => now.getTime() - at.getTime() <= LONGEST_WAIT);
  return { until, missing };
}

const isRefused = (error: string) => error.endsWith(": bad_document");

/** Where news since a moment end: before the first placement listed since that the index does not hold. */
export function newsUntil({ until, missing }: Held, since: Date): Date {
  const ends = missing.filter((at) => at > since).map((at) => at.getTime() - 1);
  return new Date(Math.min(until.getTime(), ...ends));
}

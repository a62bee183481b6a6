import { daysLater } from "~/clock";
import { plain } from "~/domain/conversation/plain-text";
import { listBodiesSince } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";

/** Days of messages in which words are counted. */
const COUNTED_DAYS = 30;

/** More would make nobody wiser. */
const MOST_COUNTED = 2_000;

/** What was written in the last 30 days by anybody but the staff, as it is searched. */
export async function listRecentBodies(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<string[]> {
  const since = daysLater(now, -COUNTED_DAYS);
  return (await listBodiesSince(tx, { schoolId, since, limit: MOST_COUNTED })).map(plain);
}

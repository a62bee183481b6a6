import { hasPassed, hours, type Instant } from "../time";

/** The provider tells of a mail before it can be fetched everywhere; one that is not there after this will not come. */
const GONE_AFTER = hours(1);

/** Whether a mail that the provider told of, and does not find, is lost. `toldAt` is null where that was long ago. */
export function isGone({ toldAt, now }: { toldAt: Instant | null; now: Instant }): boolean {
  return toldAt === null || hasPassed(toldAt, GONE_AFTER, now);
}

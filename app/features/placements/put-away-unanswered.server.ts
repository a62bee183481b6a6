import { civilDate, daysLater } from "~/clock";
import { STILL_OPEN_ANSWER_DAYS } from "~/domain/listing/still-open";
import { advance } from "~/lifecycle.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listUnansweredListings } from "~db/still-open.server";

/**
 * By the clock: what nobody said is still open is put away (domain.md, section 2), each in a transaction of its own. The same link
 * offers it again, and staff take it back into review. Answers how many.
 */
export function putAwayUnanswered(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "put-away-unanswered", async (actor) => {
    const { schoolId, districtId } = actor;
    const now = wiring.clock.now();
    const askedBy = daysLater(now, -STILL_OPEN_ANSWER_DAYS);
    const { time_zone: timeZone } = await withScope(wiring, actor, (tx) => getSchool(tx, schoolId));
    const asked = { schoolId, askedBy, on: civilDate(now, timeZone) };
    const unanswered = await withScope(wiring, actor, (tx) => listUnansweredListings(tx, asked));
    return oneByOne(wiring, unanswered, {
      about: ({ id: listingId }) => ({ job: actor.job, schoolId, listingId }),
      work: ({ id, placementId }) =>
        withScope(wiring, actor, async (tx) => {
          // Somebody may have answered since.
          if ((await listUnansweredListings(tx, { ...asked, listingId: id })).length === 0) return 0;
          const moved = await advance(tx, {
            ...{ actor, noun: "listing", id, move: "archive", met: [] },
            notices: { index: () => enqueue(tx, "sync-placement", { districtId, placementId }) },
            set: { updated_at: now.toISOString() },
            act: { reason: "no answer" },
            now,
          });
          return moved.ok ? 1 : 0;
        }),
    });
  });
}

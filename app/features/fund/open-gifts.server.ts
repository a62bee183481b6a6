import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { listGifts } from "~db/gifts.server";
import { listOrganisationsWithMentors } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The newest gifts, and whom one may be asked of. */
export async function openGifts(wiring: Wiring, actor: Actor) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings, isOpen } = await getFund(tx, { schoolId });
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(wiring.clock.now(), timeZone);
    return done({
      timeZone,
      settings,
      isOpen,
      today,
      mayRun: mayRunFund(actor),
      gifts: await listGifts(tx, { schoolId, book }),
      organisations: await listOrganisationsWithMentors(tx, { districtId, on: today }),
    });
  });
}

import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayRunFund, mayUseFund } from "~/domain/fund/policy";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { countGifts, listGifts } from "~db/gifts.server";
import { listOrganisationsWithMentors } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const GIFTS_PER_PAGE = 50;

/** A page of gifts, the newest first, and whom one may be asked of. */
export async function openGifts(wiring: Wiring, actor: Actor, { page: wanted = 1 }: { page?: number } = {}) {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { book, settings, isOpen } = await getFund(tx, { schoolId });
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(wiring.clock.now(), timeZone);
    const count = await countGifts(tx, { schoolId, book });
    const { page, pages, ...slice } = pageSlice({ count, limit: GIFTS_PER_PAGE, wanted });
    return done({
      ...{ book, page, pages },
      timeZone,
      settings,
      isOpen,
      today,
      mayRun: mayRunFund(actor),
      gifts: await listGifts(tx, { schoolId, book, ...slice }),
      organisations: await listOrganisationsWithMentors(tx, { districtId, on: today }),
    });
  });
}

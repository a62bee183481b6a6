import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { endOfferLinks } from "~db/links.server";
import { forgetOfferMails } from "~db/mail-recall.server";
import { withScope } from "~db/scope.server";
import { forgetTasksAbout } from "~db/staff-tasks.server";
import { deleteVisitorOffer, listLapsedOffers } from "~db/visitor-offers.server";

/**
 * By the clock: deletes offers whose address nobody proved, whose form nobody sent, or which have long been placements. Answers
 * how many.
 */
export function forgetLapsedOffers(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "forget-lapsed-offers", (actor) =>
    withScope(wiring, actor, async (tx) => {
      const { schoolId } = actor;
      const now = wiring.clock.now();
      const lapsed = await listLapsedOffers(tx, { schoolId, now });
      for (const offerId of lapsed) {
        await deleteVisitorOffer(tx, { schoolId, offerId });
        await forgetOfferMails(tx, { schoolId, offerId, now });
        await forgetTasksAbout(tx, { schoolId, noun: "visitor_offer", id: offerId, now });
        await endOfferLinks(tx, { schoolId, offerId, now });
      }
      return lapsed.length;
    }),
  );
}

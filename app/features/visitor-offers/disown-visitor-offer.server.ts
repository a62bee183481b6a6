import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { endOfferLinks } from "~db/links.server";
import { forgetOfferMails } from "~db/mail-recall.server";
import { suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { deleteVisitorOffer, lockVisitorOffer } from "~db/visitor-offers.server";

/**
 * "This was not me": what somebody else typed is deleted, and a hash of the address keeps us from mailing it again about offers or
 * introductions. Only before the button that proves the address: afterwards it was them.
 */
export async function disownVisitorOffer(
  wiring: Wiring,
  actor: LinkActor,
): Promise<Outcome<null, "not_permitted" | "not_found" | "wrong_state">> {
  if (actor.linkKind !== "offer") return refused("not_permitted");
  const { schoolId, districtId, subjectId: offerId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const offer = await lockVisitorOffer(tx, { schoolId, offerId });
    if (!offer) return refused("not_found");
    if (offer.state !== "asked") return refused("wrong_state", { state: offer.state });
    await suppressMail(tx, { mail: offer.mail, category: "outreach", reason: "delete_me", districtId, now });
    await recordAct(tx, { actor, noun: "visitor_offer", nounId: offerId, transition: "disown", from: "asked", now });
    await deleteVisitorOffer(tx, { schoolId, offerId });
    await forgetOfferMails(tx, { schoolId, offerId, now });
    await endOfferLinks(tx, { schoolId, offerId, now });
    return done(null);
  });
}

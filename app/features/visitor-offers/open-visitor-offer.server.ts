import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { VisitorOfferState } from "~/domain/visitor-offer/lifecycle";
import type { Wiring } from "~/wiring";
import type { DraftContent } from "~db/drafts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type Area, listAreas } from "~db/sites.server";
import { findVisitorOffer } from "~db/visitor-offers.server";

export interface VisitorOfferPage {
  state: VisitorOfferState;
  what: string;
  organisationName: string;
  /** What was typed into the form so far; null before anything was. */
  form: DraftContent | null;
  school: { id: string; name: string; time_zone: string; latitude: number | null; longitude: number | null };
  areas: Area[];
}

/**
 * What the page of an offer shows to the bearer of its link. Before the address is proved, nothing that was typed; and never whether
 * the school knew the organisation before.
 */
export async function openVisitorOffer(
  wiring: Wiring,
  actor: LinkActor,
): Promise<Outcome<VisitorOfferPage, "not_found">> {
  if (actor.linkKind !== "offer") return refused("not_found");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const offer = await findVisitorOffer(tx, { schoolId, offerId: actor.subjectId });
    if (!offer) return refused("not_found");
    const { id, name, time_zone, latitude, longitude } = await getSchool(tx, schoolId);
    const isOpen = offer.state === "open";
    const form = offer.form as DraftContent;
    return done({
      state: offer.state as VisitorOfferState,
      what: isOpen ? offer.what : "",
      organisationName: offer.state === "asked" ? "" : offer.organisation_name,
      form: isOpen && Object.keys(form).length > 0 ? form : null,
      school: { id, name, time_zone, latitude, longitude },
      areas: isOpen ? await listAreas(tx, districtId) : [],
    });
  });
}

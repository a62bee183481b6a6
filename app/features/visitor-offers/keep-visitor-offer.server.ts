import { daysLater } from "~/clock";
import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { LONGEST_DRAFT } from "~/domain/placement/draft-forms";
import { UNSENT_DAYS } from "~/domain/visitor-offer/visitor-offer";
import type { Wiring } from "~/wiring";
import type { DraftContent } from "~db/drafts.server";
import { withScope } from "~db/scope.server";
import { updateOfferForm } from "~db/visitor-offers.server";

/** Keeps what the bearer of an offer's link has typed into the form and not yet sent; the next one replaces it. */
export async function keepVisitorOffer(
  wiring: Wiring,
  actor: LinkActor,
  { content }: { content: DraftContent },
): Promise<Outcome<null, "not_permitted" | "not_found" | "too_long">> {
  if (actor.linkKind !== "offer") return refused("not_permitted");
  if (JSON.stringify(content).length > LONGEST_DRAFT) return refused("too_long");
  const { schoolId, subjectId: offerId } = actor;
  const lapsesAt = daysLater(wiring.clock.now(), UNSENT_DAYS);
  const isKept = await withScope(wiring, actor, (tx) =>
    updateOfferForm(tx, { schoolId, offerId, form: content, lapsesAt }),
  );
  return isKept ? done(null) : refused("not_found");
}

import type { Actor } from "~/domain/actor";
import { maySayOrigin } from "~/domain/fund/origin";
import { mayUseFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { putGiftOrigin } from "~db/gift-origins.server";
import { lockGift } from "~db/gifts.server";
import { findOrganisation } from "~db/organisation-mentors.server";

export type SayOriginRefusal =
  | "not_permitted"
  | "not_found"
  | "organisation_missing"
  | "given_signed_in"
  | "payments_away";

/**
 * Staff have looked at a gift and say which organisation it is from, or that it is from none of theirs (`organisationId` null). From
 * then on its mentors see it, and no stipend of a student of theirs comes out of it. Under the book's lock, so that no stipend
 * is approved over an older answer.
 */
export async function sayOrigin(
  wiring: Wiring,
  actor: Actor,
  { giftId, organisationId }: { giftId: string; organisationId: string | null },
): Promise<Outcome<null, SayOriginRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (!maySayOrigin(gift.origin)) return refused("given_signed_in");
    if (organisationId !== null && !(await findOrganisation(tx, { districtId, organisationId })))
      return refused("organisation_missing");
    await lockFundBook(tx, { schoolId, book: gift.book as Book });
    await putGiftOrigin(tx, { schoolId, giftId, organisationId, now });
    const to = organisationId === null ? "none" : "staff";
    await recordAct(tx, {
      ...{ actor, noun: "gift", nounId: giftId, transition: "say origin", from: gift.origin, to, now },
      evidence: organisationId ?? "",
    });
    return done(null);
  });
}

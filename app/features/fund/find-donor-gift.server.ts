import type { Actor, SystemActor } from "~/domain/actor";
import { takesGift } from "~/domain/fund/closed-fund";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isAtEndedAccount } from "~/steps/ask-gift.server";
import type { FundAccount } from "~/steps/fund-account.server";
import { asPaidNow, openAccountNow } from "~/steps/leave-account.server";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { findGiftNow, type Gift, listGiftReferences } from "~db/gifts.server";
import { findSchoolOfOwnGift } from "~db/organisation-gifts.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export interface DonorGift {
  gift: Gift;
  references: string[];
  /** The fund, acting in the school for the donor. */
  fund: SystemActor;
  schoolName: string;
  /** Who at the school helps a donor. */
  help: { name: string; phone: string };
  account: FundAccount | null;
  /** It may be paid now, as far as the fund takes gifts. */
  isTaken: boolean;
  /** Something of it is still at an account that was ended: an invoice, or a payment on its way. */
  isLeftThere: boolean;
}

/**
 * The gift of a donor: given through their link or mailed with it, or of the mentor's own organisation. Everything else is not
 * found. A link may be in many hands, so the page names no donor.
 */
export async function findDonorGift(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<DonorGift, "not_permitted" | "not_found">> {
  const schoolId = await schoolOf(wiring, actor, giftId);
  if (!schoolId.ok) return schoolId;
  const fund: SystemActor = { kind: "system", job: "give", schoolId: schoolId.value, districtId: actor.districtId };
  return withScope(wiring, fund, async (tx) => {
    const found = await read(tx, wiring, fund, giftId);
    return found.ok && !isOpenedBy(actor, found.value.gift) ? refused("not_found") : found;
  });
}

/** A link opens the gifts that were given through it or that it was mailed for, and no others. */
function isOpenedBy(actor: Actor, { link_ids: linkIds }: Gift): boolean {
  return actor.kind !== "link" || (linkIds ?? []).includes(actor.linkId);
}

async function schoolOf(
  wiring: Wiring,
  actor: Actor,
  giftId: string,
): Promise<Outcome<string, "not_permitted" | "not_found">> {
  if (actor.kind === "link")
    return actor.linkKind === "give" && actor.subjectId === actor.schoolId
      ? done(actor.schoolId)
      : refused("not_permitted");
  if (actor.kind !== "mentor") return refused("not_permitted");
  const { organisationId } = actor;
  const schoolId = await withScope(wiring, actor, (tx) => findSchoolOfOwnGift(tx, { organisationId, giftId }));
  return schoolId === undefined ? refused("not_found") : done(schoolId);
}

async function read(
  tx: ScopeTx,
  wiring: Wiring,
  fund: SystemActor,
  giftId: string,
): Promise<Outcome<DonorGift, "not_found">> {
  const { schoolId } = fund;
  const found = await findGiftNow(tx, { schoolId, giftId });
  if (!found || found.way === "cheque") return refused("not_found");
  const paid = await asPaidNow(tx, found);
  const { gift, hasLeft } = paid;
  const references = hasLeft ? [] : await listGiftReferences(tx, { schoolId, giftId });
  const isLeftThere = !hasLeft && (await isAtEndedAccount(tx, gift));
  const account = await openAccountNow(tx, wiring, paid);
  const isTaken = account !== null && takesGift(await getFund(tx, { schoolId }), gift);
  const { name: schoolName, help_name: name, help_phone: phone } = await getSchool(tx, schoolId);
  return done({ gift, references, fund, schoolName, help: { name, phone }, account, isTaken, isLeftThere });
}

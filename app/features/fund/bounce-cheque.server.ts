import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { openFundAccount } from "~/steps/fund-account.server";
import { bringGiftUpToDate, NOT_AT_STRIPE, truthOf } from "~/steps/gift-ledger.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { endGift, listGiftReferences, lockGift } from "~db/gifts.server";
import { withScope } from "~db/scope.server";

export type BounceRefusal = "not_permitted" | "not_found" | "not_a_cheque" | "already" | "payments_away";

/**
 * An admin takes down that a check came back, or was entered by mistake. What was spent of it shows as a shortfall; a promise
 * that it was for stands again.
 */
export async function bounceCheque(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<null, BounceRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { payments } = wiring;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    if (gift.received_on === null) return refused("not_a_cheque");
    if (gift.cheque_bounced_at !== null) return refused("already");
    const references = await listGiftReferences(tx, { schoolId, giftId });
    const account = await openFundAccount(tx, wiring, { schoolId, book: gift.book as Book });
    const isElsewhere = references.length > 0;
    if (isElsewhere && (!payments || !account)) return refused("payments_away");
    const asked = isElsewhere && payments && account ? await payments.readGift(account.key, references) : null;
    if (asked && !asked.ok) return refused("payments_away");
    await endGift(tx, { schoolId, giftId, because: "cheque_bounced_at", now });
    const bounced = { ...gift, cheque_bounced_at: now.toISOString() };
    const truth = truthOf(bounced, asked?.value ?? NOT_AT_STRIPE);
    await bringGiftUpToDate(tx, { wiring, actor, gift: bounced, truth, cause: "bounce", now });
    return done(null);
  });
}

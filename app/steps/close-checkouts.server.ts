import type { StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listPayableGifts } from "~db/account-gifts.server";
import type { Book } from "~db/fund-books.server";
import { listGiftReferences, lockGift } from "~db/gifts.server";
import { withScope } from "~db/scope.server";
import { listKnownAccounts } from "./fund-account.server";
import { readGift } from "./read-gift.server";
import { withStripe } from "./with-stripe.server";

/**
 * Ends every checkout that is open at an account, so that nobody pays where nobody looks any more. An account without a key, or whose key
 * Stripe refuses, cannot be asked: what is open there ends by itself within a day.
 */
export async function closeCheckouts(
  wiring: Wiring,
  actor: StaffActor,
  { book, accountId }: { book: Book; accountId: string },
): Promise<Outcome<null, "payments_away">> {
  const { payments } = wiring;
  const { schoolId } = actor;
  const { key, giftIds } = await withScope(wiring, actor, async (tx) => ({
    key: (await listKnownAccounts(tx, wiring, { schoolId, book })).find((each) => each.accountId === accountId)?.key,
    giftIds: await listPayableGifts(tx, { schoolId, accountId }),
  }));
  if (!payments || !key) return done(null);
  for (const giftId of giftIds) {
    const closed = await withStripe(wiring, actor, async (tx) => {
      const gift = await lockGift(tx, { schoolId, giftId });
      if (gift?.account_id !== accountId) return done(null);
      const references = await listGiftReferences(tx, { schoolId, giftId });
      const asked = await readGift({ payments, key, gift, references });
      if (!asked.ok) return asked.reason === "unavailable" ? refused("payments_away") : done(null);
      for (const reference of asked.value.openCheckouts) {
        const ended = await payments.closeCheckout(key, { giftId, reference });
        // a key that may not end one never will: this is one of those that Stripe refuses
        if (!ended.ok && ended.reason !== "key_unfit") return refused("payments_away");
      }
      return done(null);
    });
    if (!closed.ok) return closed;
  }
  return done(null);
}

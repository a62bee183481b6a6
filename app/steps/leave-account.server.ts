import { balanceOf } from "~/domain/fund/accounts";
import { bookedParts } from "~/domain/fund/booked-at-stripe";
import { releaseGift } from "~db/account-gifts.server";
import type { Gift } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { isAtEndedAccount, listPostedHere } from "./ask-gift.server";

/** Standings in which nothing is asked for at an account any more. */
const FREE: readonly string[] = ["open", "pledged", "failed", "void"];

/** Whether a gift whose account was ended may go on at another one: nothing is on its way or in dispute there, and no invoice is out. */
async function mayLeave(tx: ScopeTx, gift: Gift): Promise<boolean> {
  if (!FREE.includes(gift.standing) || gift.came_back !== null || !(await isAtEndedAccount(tx, gift))) return false;
  return balanceOf(await listPostedHere(tx, gift), "processing") === 0;
}

/**
 * A gift as it is paid from now on: where its account was ended it has left it, with what the books hold of it there. Nothing is written.
 */
export async function asPaidNow(tx: ScopeTx, gift: Gift): Promise<{ gift: Gift; hasLeft: boolean }> {
  if (!(await mayLeave(tx, gift))) return { gift, hasLeft: false };
  const { leftMinor, feeMinor } = bookedParts(await listPostedHere(tx, gift));
  const kept = {
    kept_left_minor: gift.kept_left_minor + leftMinor,
    kept_fee_minor: gift.kept_fee_minor + feeMinor,
  };
  return { gift: { ...gift, ...kept, account_id: null }, hasLeft: true };
}

/** The same for who pays it, or asks for an invoice: it goes on at the account that takes gifts. The caller holds the gift's lock. */
export async function leaveEndedAccount(tx: ScopeTx, locked: Gift): Promise<Gift> {
  const { gift, hasLeft } = await asPaidNow(tx, locked);
  const { school_id: schoolId, id: giftId, kept_left_minor: keptLeftMinor, kept_fee_minor: keptFeeMinor } = gift;
  if (hasLeft) await releaseGift(tx, { schoolId, giftId, keptLeftMinor, keptFeeMinor });
  return gift;
}

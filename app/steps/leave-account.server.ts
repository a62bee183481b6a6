import { balanceOf } from "~/domain/fund/accounts";
import { bookedParts } from "~/domain/fund/booked-at-stripe";
import type { CameBack } from "~/domain/fund/gift-truth";
import { canLeaveEnded } from "~/domain/fund/leaving";
import type { Wiring } from "~/wiring";
import { releaseGift } from "~db/account-gifts.server";
import type { Book } from "~db/fund-books.server";
import type { Gift } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { isAtEndedAccount, listPostedHere } from "./ask-gift.server";
import { type FundAccount, openFundAccount, openGiftAccount } from "./fund-account.server";

/** A gift as it is paid from now on. */
export interface PaidNow {
  gift: Gift;
  /** Its account was ended, and it goes on at the one that takes gifts. */
  hasLeft: boolean;
}

/**
 * A gift as it is paid from now on: where its account was ended it has left it, with what the books hold of it there. Nothing is written.
 */
export async function asPaidNow(tx: ScopeTx, gift: Gift): Promise<PaidNow> {
  const stays = { gift, hasLeft: false };
  if (!(await isAtEndedAccount(tx, gift))) return stays;
  const posted = await listPostedHere(tx, gift);
  const processingMinor = balanceOf(posted, "processing");
  const cameBack = gift.came_back as CameBack | null;
  if (!canLeaveEnded({ standing: gift.standing, cameBack, processingMinor })) return stays;
  const { leftMinor, feeMinor } = bookedParts(posted);
  const kept = {
    kept_left_minor: gift.kept_left_minor + leftMinor,
    kept_fee_minor: gift.kept_fee_minor + feeMinor,
  };
  return { gift: { ...gift, ...kept, account_id: null }, hasLeft: true };
}

/** The account at which it is paid from now on; null while it cannot be asked. */
export function openAccountNow(tx: ScopeTx, wiring: Wiring, { gift, hasLeft }: PaidNow): Promise<FundAccount | null> {
  const of = { schoolId: gift.school_id, book: gift.book as Book };
  return hasLeft ? openFundAccount(tx, wiring, of) : openGiftAccount(tx, wiring, gift);
}

/**
 * Writes down that it has left, just before what was opened for it at the other account: while that is refused, nothing changes, and
 * whoever enters the key of the ended account again finds the gift there. The caller holds the gift's lock.
 */
export async function leaveEndedAccount(tx: ScopeTx, { gift, hasLeft }: PaidNow): Promise<void> {
  if (!hasLeft) return;
  const { school_id: schoolId, id: giftId, kept_left_minor: keptLeftMinor, kept_fee_minor: keptFeeMinor } = gift;
  await releaseGift(tx, { schoolId, giftId, keptLeftMinor, keptFeeMinor });
}

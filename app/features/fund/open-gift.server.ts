import type { Actor } from "~/domain/actor";
import { NOTHING_AT_STRIPE } from "~/domain/fund/booked-at-stripe";
import { type CameBack, canBePaid, type GiftStanding, unpaidMinor } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import { isPractice, isPracticeAmongPeople } from "~/domain/fund/practice";
import { isTooLittleToPay } from "~/domain/fund/smallest-payment";
import { canBeTakenBack } from "~/domain/fund/take-back";
import { isThanksAsked, type Thanks, type ThanksWish } from "~/domain/fund/thanks";
import { done, type Outcome, refused } from "~/domain/outcome";
import { answerWithin } from "~/steps/answer-within.server";
import { truthOf } from "~/steps/gift-ledger.server";
import type { Wiring } from "~/wiring";
import { findDonorGift } from "./find-donor-gift.server";

export interface DonorView {
  giftId: string;
  schoolName: string;
  /** Who at the school helps a donor. */
  help: { name: string; phone: string };
  purpose: string;
  minor: number;
  /** What has come of it, by check or at Stripe. */
  cameMinor: number;
  /** What of it is on its way, and may still not come. */
  processingMinor: number;
  /** It has an invoice that can be taken back. */
  isVoidable: boolean;
  currency: string;
  way: string;
  standing: GiftStanding;
  /** What became of money that had come, beside what is still to be paid. */
  cameBack: CameBack | null;
  createdAt: string;
  /** Where it can be paid now; null when nothing is open or Stripe does not answer. */
  payUrl: string | null;
  /** Something is still to be paid, and can be paid here. */
  isPayable: boolean;
  /** What is still to be paid is less than Stripe takes: a check pays it, or the school lets it go. 0 where it is not so. */
  tooLittleMinor: number;
  /** Something is still to be paid, and the fund takes nothing now. */
  isClosed: boolean;
  /** Stripe mailed its newest invoice. */
  isMailed: boolean;
  /** Its invoice is from an account that the school has ended: it is taken back before anything else. */
  isLeftThere: boolean;
  /** An invoice was asked for: by which purchase order, and by which day it is due. */
  purchaseOrder: string;
  dueOn: string | null;
  hasMail: boolean;
  schoolId: string;
  /** No money moves there. */
  isPractice: boolean;
  /** The school may thank for it in public. */
  mayBeThanked: boolean;
  /** How the donor wishes to be thanked in public, and whether the page says it. */
  thanks: ThanksWish;
  isAnonymous: boolean;
  isThanked: boolean;
}

/** So long a page waits for Stripe before it opens without an address to pay at; its button asks again. */
const PAGE_WAIT_MS = 1_500;

/** A donor looks at one gift: what it is, how it stands, and where to pay while something is to be paid. Changes nothing. */
export async function openGift(
  wiring: Wiring,
  actor: Actor,
  { giftId }: { giftId: string },
): Promise<Outcome<DonorView, "not_permitted" | "not_found">> {
  const found = await findDonorGift(wiring, actor, { giftId });
  if (!found.ok) return refused(found.reason);
  const { gift, references, account, schoolName, help, isTaken, isLeftThere } = found.value;
  const isUnpaid = canBePaid(gift.standing) && gift.promise_ended_at === null;
  const mayPay = isUnpaid && isTaken;
  const ask = mayPay && references.length > 0 && account ? wiring.payments : null;
  const atStripe = ask && account ? await answerWithin(PAGE_WAIT_MS, ask.readGift(account.key, references)) : null;
  const truth = truthOf(gift, atStripe?.ok ? atStripe.value : NOTHING_AT_STRIPE);
  const standing = gift.standing as GiftStanding;
  const restMinor = unpaidMinor(gift.minor, truth);
  const isTooLittle = mayPay && isTooLittleToPay(restMinor, gift.currency as Currency);
  const thanks = { thanks: gift.thanks as Thanks, words: gift.thanks_words, withAmount: gift.thanks_amount };
  return done({
    giftId,
    schoolName,
    help,
    purpose: gift.purpose,
    minor: gift.minor,
    cameMinor: gift.came_minor,
    processingMinor: gift.processing_minor,
    isVoidable: canBeTakenBack(gift, { cheques: gift.cheques, isAccountEnded: isLeftThere }),
    currency: gift.currency,
    way: gift.way,
    standing,
    cameBack: gift.came_back as CameBack | null,
    createdAt: gift.created_at,
    payUrl: atStripe?.ok ? atStripe.value.payUrl : null,
    isPayable: mayPay && !isTooLittle,
    tooLittleMinor: isTooLittle ? restMinor : 0,
    isClosed: isUnpaid && !isTaken,
    isMailed: gift.invoice_mailed,
    isLeftThere: isUnpaid && isLeftThere,
    purchaseOrder: gift.purchase_order,
    dueOn: gift.due_on,
    hasMail: gift.donor_mail !== "",
    schoolId: gift.school_id,
    isPractice: isPractice(gift.book),
    mayBeThanked: !isPracticeAmongPeople(gift.book, wiring.env.mode) && isThanksAsked(standing, thanks),
    thanks,
    isAnonymous: gift.anonymous,
    isThanked: gift.thanks_shown_at !== null && gift.standing === "paid",
  });
}

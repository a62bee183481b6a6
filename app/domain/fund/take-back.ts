import { type Cheque, heldMinor } from "./cheque";

interface Asked {
  /** An invoice asks for something, also where staff at Stripe have given it up. */
  isAsked: boolean;
  /** Its account was ended: nobody there can say what was paid. */
  isAccountEnded: boolean;
  /** What was paid through its account, in minor units. */
  paidMinor: number;
  /** What is on its way there, in minor units. */
  processingMinor: number;
}

/**
 * Whether an invoice can be taken back. Stripe takes none back of which a part was paid. At an account that was ended only the books take it
 * back, whatever was paid there.
 */
export function canTakeBack({ isAsked, isAccountEnded, paidMinor, processingMinor }: Asked): boolean {
  return isAsked && (isAccountEnded || (paidMinor === 0 && processingMinor === 0));
}

interface Written {
  standing: string;
  came_minor: number;
  processing_minor: number;
  /** What it brought along from an account that was ended before. */
  kept_left_minor: number;
}

/** The same by what is written down of a gift, for pages that do not wait for Stripe. */
export function canBeTakenBack(
  gift: Written,
  { cheques, isAccountEnded }: { cheques: readonly Cheque[]; isAccountEnded: boolean },
): boolean {
  const elsewhereMinor = heldMinor(cheques) + Math.max(0, gift.kept_left_minor);
  return canTakeBack({
    isAsked: gift.standing === "invoiced" || gift.standing === "uncollectible",
    isAccountEnded,
    paidMinor: gift.came_minor - elsewhereMinor,
    processingMinor: gift.processing_minor,
  });
}

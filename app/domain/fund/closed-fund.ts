import type { GiftStanding } from "./gift-truth";

/** What a school has accepted already: a promise, or an invoice that is out. */
const ACCEPTED: readonly GiftStanding[] = ["pledged", "invoiced", "uncollectible"];

/**
 * Whether a gift may be paid now. A closed fund takes no new gifts, and one that was only begun is new; what was promised or invoiced
 * before may still be paid, because the donor's books already say so.
 */
export function takesGift(fund: { isOpen: boolean; book: string }, gift: { standing: string; book: string }): boolean {
  return (fund.isOpen && fund.book === gift.book) || ACCEPTED.some((standing) => standing === gift.standing);
}

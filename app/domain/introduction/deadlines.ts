/** The one reminder goes out after this many days without an answer: long enough for a busy fortnight, and the mail says "some days ago". */
export const REMIND_AFTER_DAYS = 10;

/** A family's proposal that no coordinator has decided after so many days is brought up once more; two thirds of its time are left. */
export const REVIEW_WITHIN_DAYS = 30;

/**
 * What was told about somebody who never answered, or whom nobody invited, is forgotten after this many days. The invitation
 * promises it, and its link works as long.
 */
export const FORGET_AFTER_DAYS = 90;

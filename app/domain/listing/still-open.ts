/** Days that a host has to say whether a placement is still open. Without an answer students do not see it any more. */
export const STILL_OPEN_ANSWER_DAYS = 21;

/** Days for which the link of the question works: long enough to offer again what was put away without an answer. */
export const STILL_OPEN_LINK_DAYS = 60;

/** What a host answers, for each listing apart. */
export const STILL_OPEN_ANSWERS = ["yes", "pause", "archive"] as const;
export type StillOpenAnswer = (typeof STILL_OPEN_ANSWERS)[number];

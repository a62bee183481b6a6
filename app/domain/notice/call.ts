/** What came of a try to reach somebody. */
export const CALL_OUTCOMES = ["reached", "left_message", "no_answer", "wrong_number"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** How somebody who reads no mail is told; a text message is one by phone, a letter is paper. */
export const TELLING_CHANNELS = ["phone", "in_person", "paper"] as const;
export type TellingChannel = (typeof TELLING_CHANNELS)[number];

/** Two presses of one button; a true second try within this is noted by the first. */
export const SAME_CALL_MS = 60 * 1000;

/**
 * Whether a task is done once its person has been told. A consent is not: it waits for an answer, and for disclosure a spoken yes is
 * not enough.
 */
export const endsWhenTold = (kind: string): boolean => kind !== "interpreter_consent";

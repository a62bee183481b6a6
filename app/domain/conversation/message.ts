/** Characters of a message: more than anybody types on a phone at once. */
export const LONGEST_MESSAGE = 2_000;

/** Characters of what is said to the writer of a returned message. */
export const LONGEST_REASON = 500;

/** Messages of one member within an hour: nobody talks faster, and nobody buries what others wrote. */
export const MOST_AN_HOUR = 40;

export type MessageFault = "words_missing" | "too_long" | "too_many";

/**
 * What keeps a message from being sent, or null. `lastHour` counts the writer's own messages of the last hour. Pictures say enough by
 * themselves: who answers a mail with a photo of a signed sheet has answered it.
 */
export function faultOfMessage(
  body: string,
  { lastHour, pictures }: { lastHour: number; pictures: number },
): MessageFault | null {
  if (body.trim() === "" && pictures === 0) return "words_missing";
  if (body.trim().length > LONGEST_MESSAGE) return "too_long";
  return lastHour >= MOST_AN_HOUR ? "too_many" : null;
}

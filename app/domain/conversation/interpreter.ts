/** Whether somebody can ask the school to have a message put into their words, or has. */
export type Interpreting = "may_ask" | "asked" | "done";

interface ToRead {
  /** What its writer wrote, and said that its pictures show. */
  words: string;
  /** BCP 47; null where nobody said it. */
  messageLanguage: string | null;
  readerLanguage: string;
  isOwn: boolean;
  /** Of the request of this reader for this message; undefined before it. */
  taskState: string | undefined;
}

/**
 * Null where there is nothing to ask: in one's own message, in one that is in the reader's language, and in one of pictures alone, whose
 * language is its writer's and says nothing of what they show.
 */
export function interpretingOf({
  words,
  messageLanguage,
  readerLanguage,
  isOwn,
  taskState,
}: ToRead): Interpreting | null {
  if (taskState !== undefined) return taskState === "open" ? "asked" : "done";
  return isOwn || words.trim() === "" || messageLanguage === readerLanguage ? null : "may_ask";
}

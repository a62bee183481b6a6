/** Whether somebody can ask the school to have a message put into their words, or has. */
export type Interpreting = "may_ask" | "asked" | "done";

interface ToRead {
  /** BCP 47; null where nobody said it. */
  messageLanguage: string | null;
  readerLanguage: string;
  isOwn: boolean;
  /** Of the request of this reader for this message; undefined before it. */
  taskState: string | undefined;
}

/** Null where there is nothing to ask: in one's own message, and in one that is in the reader's language. */
export function interpretingOf({ messageLanguage, readerLanguage, isOwn, taskState }: ToRead): Interpreting | null {
  if (taskState !== undefined) return taskState === "open" ? "asked" : "done";
  return isOwn || messageLanguage === readerLanguage ? null : "may_ask";
}

/** Whether a book, and every gift in it, is practice: it is paid with keys by which Stripe moves no money. */
export function isPractice(book: string): boolean {
  return book === "test";
}

/**
 * Whether practice has to stay with those who practise: on a live server real people would take it for a gift. They get no mail of
 * it that they did not start, and nothing of it is public. On a machine of one's own everything can be tried out to the end.
 */
export function isPracticeAmongPeople(book: string, mode: "local" | "live"): boolean {
  return isPractice(book) && mode === "live";
}

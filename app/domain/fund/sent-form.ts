/** One showing of a form: the number it was shown with, and a digest of what was filled in. */
export interface SentForm {
  key: string;
  digest: string;
}

/** The first time, once more in the same words, or once more in others. */
export type Sending = "first" | "again" | "changed";

/** How a form that has made something before is sent now; a row that keeps no digest counts as the same words. */
export function sendingAfter(before: { form_digest: string }, form: SentForm | null): Sending {
  return before.form_digest === "" || before.form_digest === form?.digest ? "again" : "changed";
}

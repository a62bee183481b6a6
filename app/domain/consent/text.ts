/** The names a consent text may use between double braces; whoever shows a text fills in all of them. */
export const CONSENT_PLACEHOLDERS = ["student", "school", "schoolPhone", "organisation", "placement"] as const;

export type ConsentWords = Record<(typeof CONSENT_PLACEHOLDERS)[number], string>;

/** A consent text with its placeholders filled in. What is between braces and is no placeholder stays as it was written. */
export function fillConsentText(body: string, words: ConsentWords): string {
  return body.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) =>
    Object.hasOwn(words, name) ? words[name as keyof ConsentWords] : written,
  );
}

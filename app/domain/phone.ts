/** A number as people write it, with an extension where a switchboard has one: "+1 206 555 0110 ext. 12". */
const WRITTEN = /^\s*(\+?[\d\s()./-]+?)\s*(?:(?:,\s*)?(?:extension|ext|x|#)\.?\s*(\d{1,10}))?\s*$/i;

/** ITU-T E.164: a number has 15 digits at most, the country's included; below 5 it is no line that outsiders call. */
const FEWEST_DIGITS = 5;
const MOST_DIGITS = 15;

/**
 * The `tel:` address (RFC 3966) of a phone number as somebody typed it: "tel:+12065550110". A number without "+" is called
 * as it stands, from the caller's own country. Null for words that are no single number: they are shown and not called.
 */
export function telephoneAddress(phone: string): string | null {
  const [, number = "", extension] = WRITTEN.exec(phone) ?? [];
  const digits = number.replaceAll(/\D/g, "");
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return null;
  const dialled = number.startsWith("+") ? `+${digits}` : digits;
  return `tel:${dialled}${extension ? `;ext=${extension}` : ""}`;
}

/** Whether two numbers are called alike, however they are written. */
export const isSamePhone = (one: string, other: string) => telephoneAddress(one) === telephoneAddress(other);

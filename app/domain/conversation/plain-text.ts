/**
 * A text as it is searched: small letters without accents, digits of every script and width as 0 to 9, curly apostrophes straight, and
 * without the characters that nobody sees (joiners, soft hyphens, marks of direction).
 */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll("’", "'")
    .replaceAll(/\p{Nd}/gu, toWestern)
    .toLowerCase();
}

/**
 * The ten digits of a script stand in a row that begins at a code point ending in 0 or 6 (Unicode, general category Nd). Of the two
 * rows that begin elsewhere some digit comes out: how many there are is all that counts then.
 */
function toWestern(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const last = code % 16;
  const beginsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - last));
  return String(Math.abs(beginsAtZero ? last : last - 6) % 10);
}

/** Turns `&amp;` and its kin into characters; the caller brings one, because the domain imports nothing. */
export type DecodeEntities = (text: string) => string;

/** Files that went through two systems are encoded twice; three times has not been seen. */
const DECODINGS = 3;
/** Longer than anything a placement keeps; a cell that swallowed half a file ends here. */
const LONGEST_CELL = 20_000;

const DROPPED = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const BREAK = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
/** Control characters except tab and line feed, invisible marks, and halves of characters: Postgres or a page trips over them. */
const UNUSABLE = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u2060\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** A cell as one line of plain text: no entities, tags, line breaks, doubled or outer blanks; composed characters (NFC). */
export function cleanLine(cell: string, decode: DecodeEntities): string {
  return cleanText(cell, decode).replace(/\s+/gu, " ");
}

/** A cell as plain text in paragraphs: as `cleanLine`, but single and double line breaks stay. */
export function cleanText(cell: string, decode: DecodeEntities): string {
  return withoutMarkup(cell.slice(0, LONGEST_CELL), decode)
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .normalize("NFC")
    .trim();
}

function withoutMarkup(text: string, decode: DecodeEntities): string {
  let plain = stripTags(usable(text));
  for (let round = 0; round < DECODINGS; round += 1) {
    const decoded = stripTags(usable(decode(plain)));
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain;
}

function usable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNUSABLE, "");
}

function stripTags(text: string): string {
  return text.replace(DROPPED, " ").replace(BREAK, "\n").replace(TAG, " ");
}

/** Shortens at a word, with an ellipsis, to at most `limit` UTF-16 units; never splits a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, "");
  const lastBlank = cut.lastIndexOf(" ");
  return `${(lastBlank > limit / 2 ? cut.slice(0, lastBlank) : cut).trimEnd()}…`;
}

/** Lower case without accents and punctuation, words parted by one blank: how words are compared, never shown. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

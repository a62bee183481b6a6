import { plain } from "./plain-text";

/** Scripts that are written without blanks between words: there a phrase is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Finds whether a text as `plain` gives it holds one of some phrases as whole words, with any blanks between them. Case and accents
 * do not matter.
 */
export function finderOf(phrases: readonly string[]): (text: string) => boolean {
  if (phrases.length === 0) return () => false;
  const pattern = new RegExp(phrases.map(pieceOf).join("|"), "u");
  return (text) => pattern.test(text);
}

/** Whether a phrase is of a script without blanks, so that no word of it stands by itself. */
export const isUnspaced = (phrase: string): boolean => UNSPACED.test(phrase);

function pieceOf(phrase: string): string {
  const words = plain(phrase).trim().split(/\s+/).map(escaped).join(String.raw`\s+`);
  return isUnspaced(phrase) ? words : String.raw`(?<![\p{L}\p{Nd}])${words}(?![\p{L}\p{Nd}])`;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

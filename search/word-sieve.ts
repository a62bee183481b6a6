import { LONGEST_WORD } from "./words";

/** Marks; twenty words in so many leave one name in two hundred to be cut for nothing. */
const MARKS = 1 << 12;

/**
 * Tells at a tenth of the price of cutting it which text may hold one of a few (folded) words: true for every text that does, and
 * for some that do not. Each word sets a mark at its hash (Bloom 1970, with one hash).
 */
export function wordSieve(words: Iterable<string>): (text: string) => boolean {
  const marks = new Uint8Array(MARKS);
  for (const word of words) marks[hashOf(word)] = 1;
  return (text) => passes(text, marks);
}

/** A letter or digit of ASCII folded to lower case, 0 for what parts words, -1 for what only the cutting of words knows. */
const FOLDED = Int16Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (letter === "'") return -1;
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});

function passes(text: string, marks: Uint8Array): boolean {
  let hash = 0;
  let start = 0;
  for (let place = 0; place <= text.length; place += 1) {
    const code = place < text.length ? (FOLDED[text.charCodeAt(place)] ?? -1) : 0;
    if (code < 0 || place - start > LONGEST_WORD) return true;
    if (code > 0) hash = (Math.imul(hash, 31) + code) | 0;
    else {
      if (place > start && marks[hash & (MARKS - 1)]) return true;
      hash = 0;
      start = place + 1;
    }
  }
  return false;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let place = 0; place < word.length; place += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(place)) | 0;
  return hash & (MARKS - 1);
}

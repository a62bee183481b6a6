const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;
const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};
/** Scripts that write without spaces: every pair of neighbours counts as a word, and every letter is found (decision 26). */
const UNSPACED = ["Han", "Hiragana", "Katakana", "Thai", "Khmer", "Lao", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
/** Most words; the general rule below says the same of them at ten times the price. */
const PLAIN = "[a-zA-Z0-9]+(?![\\p{L}\\p{N}\\p{M}'’])";
/** Letters and digits of any script, with apostrophes inside; a pictograph is a word by itself. */
const WORD = new RegExp(
  `${PLAIN}|([${UNSPACED}]+)|(?:${LETTER})+(?:['’](?:${LETTER})+)*|(?!\\p{N})\\p{Extended_Pictographic}`,
  "gu",
);
/** Longer words are cut: nobody types them, and no index should hold them. */
export const LONGEST_WORD = 40;

const ASCII_WORD = new RegExp(`^[a-zA-Z0-9]{1,${LONGEST_WORD}}$`);
/** A text with none of these has words of `PLAIN_WORDS` only, which are what `WORD` finds there at a tenth of the price. */
const BEYOND_ASCII = /[^\s -~]/;
const PLAIN_WORDS = /[a-zA-Z0-9]+(?:'[a-zA-Z0-9]+)*/g;

export interface FoundWord {
  word: string;
  start: number;
  end: number;
}

/** A word as it is compared: lower case, without accents ("Jardinería" is "jardineria"). */
export function fold(text: string): string {
  const bare = text.toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC");
  return bare.replace(/[ßæœøđłı]/g, (letter) => LETTERS_WITHOUT_PARTS[letter] ?? letter);
}

/** The folded words of a text with their place in it (UTF-16 units). Any text will do: NUL and half characters part words. */
export function findWords(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  for (const match of text.matchAll(BEYOND_ASCII.test(text) ? WORD : PLAIN_WORDS)) {
    const start = match.index;
    if (match[1]) found.push(...pairsOf(match[0], start));
    else found.push({ word: bareWord(match[0]), start, end: start + match[0].length });
  }
  return found.filter(({ word }) => word !== "");
}

/** The folded words of a text in their order. */
export function wordsOf(text: string): string[] {
  if (BEYOND_ASCII.test(text)) return findWords(text).map(({ word }) => word);
  const words: string[] = text.toLowerCase().match(PLAIN_WORDS) ?? [];
  return words.map((word) => (word.length > LONGEST_WORD || word.includes("'") ? bareWord(word) : word));
}

/** The words a text is found by, with their place in it: those it is cut into, and each letter of a run without spaces. */
export function findTerms(text: string): FoundWord[] {
  const words = findWords(text);
  const letters = lettersBetween(text);
  if (letters.length === 0) return words;
  return [...words, ...letters].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function termsOf(text: string): string[] {
  return BEYOND_ASCII.test(text) ? findTerms(text).map(({ word }) => word) : wordsOf(text);
}

/** Runs of letters without spaces, cut into their letters; the rest of the text is left out. */
export function letterRunsOf(text: string): string[][] {
  return BEYOND_ASCII.test(text) ? [...text.matchAll(RUN)].map(([run]) => [...run]) : [];
}

/** A text with something else put in the place of each run of letters without spaces. */
export function replaceLetterRuns(text: string, by: (letters: string[]) => string): string {
  return text.replace(RUN, (run) => by([...run]));
}

/** A letter or a pair of a run without spaces: whole as it is, so it is not the beginning of a longer word. */
export const isOfRun = (word: string): boolean => word !== "" && word.replace(RUN, "") === "";

/** The letters of runs of two and more; one alone is a word already. */
function lettersBetween(text: string): FoundWord[] {
  if (!BEYOND_ASCII.test(text)) return [];
  const runs = [...text.matchAll(RUN)].filter(([run]) => [...run].length > 1);
  return runs.flatMap(({ 0: run, index }) => lettersOf(run, index)).filter(({ word }) => word !== "");
}

function lettersOf(run: string, start: number): FoundWord[] {
  let place = start;
  return [...run].map((letter) => {
    const from = place;
    place += letter.length;
    return { word: fold(letter), start: from, end: place };
  });
}

/** "children's" is "children", "d'Artagnan" is "dartagnan". */
function bareWord(text: string): string {
  if (ASCII_WORD.test(text)) return text.toLowerCase();
  return [
    ...fold(text)
      .replace(/['’]s$/, "")
      .replace(/['’]/g, ""),
  ]
    .slice(0, LONGEST_WORD)
    .join("");
}

function pairsOf(run: string, start: number): FoundWord[] {
  const letters = [...run];
  const places = letters.map((_, place) => start + letters.slice(0, place).join("").length);
  const end = start + run.length;
  if (letters.length === 1) return [{ word: fold(run), start, end }];
  return letters.slice(0, -1).map((letter, place) => ({
    word: fold(`${letter}${letters[place + 1]}`),
    start: places[place] ?? start,
    end: places[place + 2] ?? end,
  }));
}

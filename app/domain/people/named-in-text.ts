import { fold } from "../imports/clean-text";

/**
 * Whether a text that a donor typed holds the name of one of these students: two different words of the full name and the name used,
 * wherever they stand in it. One word alone names nobody. Which words are given names and which are surnames cannot be read from a
 * name ("Ana Lucía Reyes", "Ana Reyes Ortiz"), so that any two count.
 */
export function namesStudent(text: string, students: readonly { fullName: string; nameUsed: string }[]): boolean {
  const words = new Set(wordsIn(text));
  if (words.size < 2) return false;
  return students.some(({ fullName, nameUsed }) => {
    const name = new Set([...nameWords(fullName), ...nameWords(nameUsed)]);
    return [...name].filter((word) => words.has(word)).length >= 2;
  });
}

/**
 * Whether a text holds more of somebody's name than its readers were told: two different words of it side by side, of which one at least
 * is not in `told`. Where nothing was told any two are more. Side by side, as people write of what they will do and may do every day.
 */
export function namesBeyond(text: string, { fullName, nameUsed, told }: ToldName): boolean {
  const known = new Set(wordsIn(told));
  const name = new Set([...nameWords(fullName), ...nameWords(nameUsed)]);
  const words = wordsIn(text).filter((word) => name.has(word) || !isAside(word));
  return words.some((word, at) => {
    const next = words[at + 1];
    if (next === undefined || next === word || !name.has(word) || !name.has(next)) return false;
    return !known.has(word) || !known.has(next);
  });
}

/** Somebody's names, and what of them its readers were told. */
export interface ToldName {
  fullName: string;
  nameUsed: string;
  told: string;
}

/** Letters with a stroke or made of two, which Unicode takes for letters of their own, and what is typed in their place. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", æ: "ae", œ: "oe", ß: "ss", þ: "th" },
};

/** Words of a name or a text, without accents and case. */
function wordsIn(text: string): string[] {
  return fold(text)
    .replace(/[đðħıłøæœßþ]/g, (letter) => PLAIN[letter] ?? letter)
    .split(" ")
    .filter(Boolean);
}

/** Words that link others inside a name. "Ana" with one of them is still a first name alone. */
const PARTICLES = new Set(
  "al bin bint da das de del della der di do dos du el ibn la las le lo los of ten ter van von zu".split(" "),
);

/** The words of a name that count: all but particles and lone letters (initials, "y", the O of O'Neill) between its first and last. */
function nameWords(name: string): string[] {
  const words = wordsIn(name);
  return words.filter((word, at) => at === 0 || at === words.length - 1 || !isAside(word));
}

const isAside = (word: string) => PARTICLES.has(word) || /^[a-z]$/.test(word);

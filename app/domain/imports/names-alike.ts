import { fold } from "./clean-text";

/** The same name, or all words of one in the other, without case and accents; a single word alone is nobody's whole name. */
export function areNamesAlike(one: string, other: string): boolean {
  const [a = [], b = []] = [one, other].map((name) => fold(name).split(" "));
  return a.join(" ") === b.join(" ") || isWithin(a, b) || isWithin(b, a);
}

const isWithin = (words: readonly string[], more: readonly string[]) =>
  words.length > 1 && words.every((word) => more.includes(word));

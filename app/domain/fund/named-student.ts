/** Words of a name or a text, without accents and case. */
function wordsIn(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * Whether a text that a donor typed holds the name of one of these students: the first and the last word of the full name, or the name
 * used and the last word, wherever they stand in it. A first or a last name alone names nobody.
 */
export function namesStudent(text: string, students: readonly { fullName: string; nameUsed: string }[]): boolean {
  const words = new Set(wordsIn(text));
  if (words.size < 2) return false;
  return students.some(({ fullName, nameUsed }) => {
    const full = wordsIn(fullName);
    const [first, last] = [full[0], full.at(-1)];
    if (!first || !last || first === last || !words.has(last)) return false;
    return words.has(first) || wordsIn(nameUsed).some((used) => used !== last && words.has(used));
  });
}

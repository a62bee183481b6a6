/** Typing mistakes a word of this length may hold: one from 5 letters, two from 9 (Meilisearch's documented thresholds). */
export function allowedTypos(word: string): 0 | 1 | 2 {
  const letters = [...word].length;
  if (letters < 5 || /^\d+$/.test(word)) return 0;
  return letters < 9 ? 1 : 2;
}

/**
 * Mistakes between two words: a letter wrong, missing, too many, or swapped with its neighbour (optimal string alignment).
 * Answers `limit + 1` as soon as it is more than `limit`.
 */
export function countTypos(typed: string, word: string, limit: number): number {
  const a = [...typed];
  const b = [...word];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  return Math.min(countFromStart(a, b, limit)?.at(-1) ?? limit + 1, limit + 1);
}

/** The same between what was typed and the beginning of a word that comes nearest to it. */
export function countTyposAtStart(typed: string, word: string, limit: number): number {
  const a = [...typed];
  const b = [...word].slice(0, a.length + limit);
  return Math.min(...(countFromStart(a, b, limit) ?? []), limit + 1);
}

/** Mistakes between all letters typed and the first none, one, two, … of a word; null where each of them is more than the limit. */
function countFromStart(a: readonly string[], b: readonly string[], limit: number): number[] | null {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...current) > limit) return null;
    before = above;
    above = current;
  }
  return above;
}

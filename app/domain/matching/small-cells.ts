/** Counts of fewer people than this never leave a school: they would point at somebody. */
export const SMALLEST_CELL = 10;

/**
 * Which rows of a table of counts to hide, where the number of people in each row and the totals of the columns are known;
 * `allHidden` when the totals point at somebody too. Every part of a row that shows is nobody or ten and more. A single
 * hidden row would follow from the totals, and so would too few people in all hidden rows: then the smallest row goes with
 * them. What is left to a reader are bounds that end at ten or above for each hidden part (Frechet's, which are exact for
 * a table of two ways). The rows must have no one in them, or ten and more.
 */
export function rowsToHide(rows: ReadonlyMap<string, readonly number[]>): { hidden: Set<string>; allHidden: boolean } {
  const isSmall = (count: number) => count > 0 && count < SMALLEST_CELL;
  const sizes = [...rows].map(([name, parts]) => ({ name, parts, size: parts.reduce((sum, part) => sum + part, 0) }));
  sizes.sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const hidden = new Set(sizes.filter(({ parts }) => parts.some(isSmall)).map(({ name }) => name));
  const pointsAtSomebody = () => {
    const together = sizes.filter(({ name }) => hidden.has(name));
    const sums = (together[0]?.parts ?? []).map((_, at) =>
      together.reduce((sum, row) => sum + (row.parts[at] ?? 0), 0),
    );
    return together.length === 1 || sums.some(isSmall);
  };
  while (pointsAtSomebody()) {
    const next = sizes.find(({ name, size }) => size > 0 && !hidden.has(name));
    if (!next) return { hidden: new Set(rows.keys()), allHidden: true };
    hidden.add(next.name);
  }
  return { hidden, allHidden: false };
}

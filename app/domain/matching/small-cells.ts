/** Counts of fewer people than this never leave a school: they would point at somebody. */
export const SMALLEST_CELL = 10;

/**
 * Counts of groups that add up to a total which is known, null where a group is too small to show. When hiding only those
 * would let a reader find them from the total, the smallest shown group is hidden as well. Nobody in a group is no secret.
 */
export function withoutSmallCells<Group extends string>(
  counts: Readonly<Record<Group, number>>,
): Record<Group, number | null> {
  const groups = Object.entries<number>(counts).sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const hidden = new Set(groups.filter(([, count]) => count > 0 && count < SMALLEST_CELL).map(([group]) => group));
  const next = groups.find(([group, count]) => count > 0 && !hidden.has(group));
  const sum = groups.reduce((all, [group, count]) => all + (hidden.has(group) ? count : 0), 0);
  if (next && hidden.size > 0 && (hidden.size === 1 || sum < SMALLEST_CELL)) hidden.add(next[0]);
  const shown = Object.entries<number>(counts).map(([group, count]) => [group, hidden.has(group) ? null : count]);
  return Object.fromEntries(shown) as Record<Group, number | null>;
}

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

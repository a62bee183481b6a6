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

/**
 * The list with one of its entries at another place, counted from 0 among those that are shown. What is hidden stays behind the entry
 * it stood behind. A place beyond the ends is the end; an entry that is not shown moves nothing.
 */
export function putAt<Entry extends { id: string; isShown: boolean }>(
  list: readonly Entry[],
  { id, place }: { id: string; place: number },
): Entry[] {
  const moved = list.find((entry) => entry.id === id && entry.isShown);
  if (!moved) return [...list];
  const rest = list.filter((entry) => entry !== moved);
  const shown = rest.filter(({ isShown }) => isShown);
  const before = shown[Math.max(0, place)];
  const at = before ? rest.indexOf(before) : rest.length;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

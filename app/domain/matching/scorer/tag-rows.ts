/**
 * Tags of placements as numbers, in rows: those of placement p are `tag[start[p]]` to `tag[start[p + 1]]`, each once.
 * Most have few, so they stand a second time in slots that are read without a loop.
 */
export interface TagRows {
  start: Int32Array;
  tag: Int32Array;
  /** Their idf, summed; and one by it, 0 for no weight. */
  weight: Float64Array;
  byWeight: Float64Array;
  /** `SLOTS` for each placement, `NO_TAG` for none; in the first one `MANY_TAGS` where they are not enough. */
  slot: Int16Array;
}

export const SLOTS = 4;
/** The number of no tag: nothing answers it, and it weighs nothing. */
export const NO_TAG = 0;
export const MANY_TAGS = -1;

/** Rows from lists of ids; `numberOf` and `idf` start with 1. */
export function tagRowsOf(
  lists: readonly (readonly string[])[],
  { numberOf, idf }: { numberOf: ReadonlyMap<string, number>; idf: Float64Array },
): TagRows {
  const unique = lists.map((tags) => [...new Set(tags)].map((id) => numberOf.get(id) as number));
  const start = new Int32Array(lists.length + 1);
  const weight = new Float64Array(lists.length);
  const slot = new Int16Array(SLOTS * lists.length);
  unique.forEach((tags, p) => {
    start[p + 1] = (start[p] as number) + tags.length;
    for (const tag of tags) weight[p] = (weight[p] as number) + (idf[tag] as number);
    if (tags.length <= SLOTS && tags.every((tag) => tag < MOST_IN_SLOTS)) slot.set(tags, SLOTS * p);
    else slot[SLOTS * p] = MANY_TAGS;
  });
  const byWeight = weight.map((all) => (all === 0 ? 0 : 1 / all));
  return { start, tag: Int32Array.from(unique.flat()), weight, byWeight, slot };
}

const MOST_IN_SLOTS = 2 ** 15;

export function tagsOf({ start, tag }: TagRows, p: number): Int32Array {
  return tag.subarray(start[p], start[p + 1]);
}

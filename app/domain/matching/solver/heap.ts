/** A binary heap of numbered things by a key, smallest first; ties by number, so that no order of insertion shows. */
export interface Heap {
  size: number;
  item: Int32Array;
  key: Float64Array;
  /** Position of each item in the heap, -1 for outside. */
  at: Int32Array;
}

export function newHeap(items: number): Heap {
  return { size: 0, item: new Int32Array(items), key: new Float64Array(items), at: new Int32Array(items).fill(-1) };
}

/** Puts an item in, or lowers its key. */
export function pushOrLower(heap: Heap, item: number, key: number): void {
  heap.key[item] = key;
  let hole = heap.at[item] as number;
  if (hole < 0) hole = heap.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap.item[parent] as number;
    if (!isBefore(heap, item, above)) break;
    put(heap, hole, above);
    hole = parent;
  }
  put(heap, hole, item);
}

/** Takes the smallest out; the heap must not be empty. */
export function popSmallest(heap: Heap): number {
  const top = heap.item[0] as number;
  heap.at[top] = -1;
  heap.size -= 1;
  if (heap.size === 0) return top;
  const last = heap.item[heap.size] as number;
  let hole = 0;
  for (let child = 1; child < heap.size; child = 2 * hole + 1) {
    if (child + 1 < heap.size && isBefore(heap, heap.item[child + 1] as number, heap.item[child] as number)) child += 1;
    const below = heap.item[child] as number;
    if (!isBefore(heap, below, last)) break;
    put(heap, hole, below);
    hole = child;
  }
  put(heap, hole, last);
  return top;
}

/** Empties the heap in time of what is left in it. */
export function clearHeap(heap: Heap): void {
  for (let at = 0; at < heap.size; at += 1) heap.at[heap.item[at] as number] = -1;
  heap.size = 0;
}

function isBefore({ key }: Heap, a: number, b: number): boolean {
  const ka = key[a] as number;
  const kb = key[b] as number;
  return ka < kb || (ka === kb && a < b);
}

function put(heap: Heap, at: number, item: number): void {
  heap.item[at] = item;
  heap.at[item] = at;
}

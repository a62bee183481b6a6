/** What one run took: processor time of this process, which another process beside it does not stretch, and by the clock. */
export interface Taken {
  ms: number;
  wallMs: number;
}

/** `--small` shows that the bench itself works, on graphs of a twentieth. Its figures say nothing. */
export const SCALE = process.argv.includes("--small") ? 20 : 1;

export const RUNS = 5;
/** Runs before a warm one is measured. */
export const WARM_AFTER = 5;

export function timed<Value>(work: () => Value): Taken & { value: Value } {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, wallMs, value };
}

/** The median of runs after some that are not counted. */
export function medianOf(work: () => unknown, { runs = RUNS, after = 0 } = {}): number {
  for (let turn = 0; turn < after; turn += 1) work();
  return median(Array.from({ length: runs }, () => timed(work).ms));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const ARRAYS = { Int16Array, Int32Array, Uint8Array, Uint16Array, Float64Array };

/**
 * Bytes of all typed arrays that `work` makes, also of those that it lets go again: what it holds at one time is less.
 * Being counted makes it slower, so time is measured apart.
 */
export function bytesOfArrays(work: () => unknown): number {
  let bytes = 0;
  for (const [name, Original] of Object.entries(ARRAYS) as [string, typeof Int32Array][]) {
    class Counted extends Original {
      constructor(...given: [number]) {
        super(...given);
        // A view of memory that is there already takes none.
        if (!((given[0] as unknown) instanceof ArrayBuffer)) bytes += this.byteLength;
      }
    }
    Object.assign(globalThis, { [name]: Counted });
  }
  try {
    work();
  } finally {
    Object.assign(globalThis, ARRAYS);
  }
  return bytes;
}

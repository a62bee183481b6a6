import type { Question } from "./port";

/** Counts of so many questions are kept; a school with its limits takes some kilobytes each. */
const MOST_KEPT = 200;

export type Counted = readonly (readonly [token: string, count: number])[];

interface Kept {
  /** What the index said of its last change when they were counted. */
  changed: string;
  counted: Counted;
}

/**
 * The counts of questions without words, which everybody at a school asks alike, in this process. They hold as long as the
 * index has not changed: whoever uses them has to read `changed` in the same statement as the documents.
 */
export interface KeptCounts {
  find(key: string): Kept | undefined;
  keep(key: string, kept: Kept): void;
}

export function createKeptCounts(): KeptCounts {
  const kept = new Map<string, Kept>();
  return {
    find: (key) => kept.get(key),
    keep(key, counts) {
      // The one that was kept longest ago goes first.
      kept.delete(key);
      kept.set(key, counts);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
    },
  };
}

/** All that the counts of a question follow from, but the documents; null for one with words, which is hardly asked twice. */
export function keyOfCounts(index: string, { scope, parts, filters = {}, facets = [] }: Question): string | null {
  if (facets.length === 0 || parts.some(({ text }) => text.trim() !== "")) return null;
  return JSON.stringify([index, scope.schoolId.toLowerCase(), filters, facets]);
}

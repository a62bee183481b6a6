import { type Instant, instantMs } from "../time";

/** An entry about a background check, as it stands in the history of a mentor. */
interface Entry {
  id: string;
  result: string;
  recordedAt: Instant;
  /** The entry that took its place, null while it counts. */
  replacedBy: string | null;
}

/**
 * When the school first knew of the newest check that did not come back clear, of whatever kind; null where none is known. An entry that
 * only takes the place of another one of the same result, as with a corrected reference, was known with that one.
 */
export function failureKnownAt(entries: readonly Entry[]): Instant | null {
  const failed = entries.filter(({ result }) => result === "not_clear");
  const firstOf = (entry: Entry): Instant => {
    const before = failed.find(({ replacedBy }) => replacedBy === entry.id);
    return before ? firstOf(before) : entry.recordedAt;
  };
  const known = failed.filter(({ replacedBy }) => replacedBy === null).map(firstOf);
  return known.reduce<Instant | null>((last, at) => (last && instantMs(last) >= instantMs(at) ? last : at), null);
}

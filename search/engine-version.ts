import type { EngineName } from "./port";

/** Before this version of Meilisearch, swapping an index and deleting the old one loses documents. */
const OLDEST: Partial<Record<EngineName, readonly number[]>> = { meilisearch: [1, 30, 1] };

/** The oldest version of an engine that would do, where this one is too old or is no version at all; null where it will do. */
export function neededInsteadOf(version: string, engine: EngineName): string | null {
  const oldest = OLDEST[engine];
  if (!oldest) return null;
  const parts = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
  const place = oldest.findIndex((wanted, index) => parts[index] !== wanted);
  return place >= 0 && (parts[place] ?? 0) < (oldest[place] ?? 0) ? oldest.join(".") : null;
}

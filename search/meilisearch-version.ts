import { SearchError } from "./port";

/** Swapping an index and deleting the old one loses documents before this version. */
const OLDEST = [1, 30, 1] as const;

/** Throws `engine_unfit` for a version that is too old, or is none. */
export function checkVersion(version: string): void {
  const parts = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
  if (!parts || isOlder(parts))
    throw new SearchError("engine_unfit", `Meilisearch ${version} is too old: ${OLDEST.join(".")} or newer is needed`);
}

function isOlder(parts: readonly number[]): boolean {
  const place = OLDEST.findIndex((wanted, index) => parts[index] !== wanted);
  return place >= 0 && (parts[place] ?? 0) < (OLDEST[place] ?? 0);
}

import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { allBuilds, type Build, type Reindexed, reindexSearch } from "./reindex-search.server";

/**
 * Builds anew what was built with other settings than the ones of now, or is not there. An engine that is away keeps the one
 * that stands in for it from nothing: each error is logged, the first is thrown after the others are built, and the job comes
 * again.
 */
export async function renewSearch(wiring: Wiring): Promise<Reindexed[]> {
  const old: Build[] = [];
  const errors: unknown[] = [];
  for (const build of allBuilds(wiring)) {
    const { search, indexed } = build;
    try {
      if (!(await search.isCurrent(indexed.index))) old.push(build);
    } catch (err) {
      wiring.log.error(
        { engine: search.capabilities.engine, kind: indexed.index, err },
        "a search index did not answer",
      );
      errors.push(err);
    }
  }
  const renewed = old.length === 0 ? [] : await reindexSearch(wiring, old);
  if (errors.length > 0) throw errors[0];
  return renewed;
}

/** Asks the worker to do so; several asking at once are one. */
export function askToRenewSearch(wiring: Wiring): Promise<void> {
  return withSystem(wiring, (tx) => enqueue(tx, "renew-search", {}, { jobKey: "renew-search" }));
}

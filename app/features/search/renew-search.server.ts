import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { allBuilds, type Build, type Reindexed, reindexSearch } from "./reindex-search.server";

/** Builds anew what was built with other settings than the ones of now, or is not there. Throws when an engine is away: the job comes again. */
export async function renewSearch(wiring: Wiring): Promise<Reindexed[]> {
  const old: Build[] = [];
  for (const build of allBuilds(wiring)) if (!(await build.search.isCurrent(build.indexed.index))) old.push(build);
  return old.length === 0 ? [] : reindexSearch(wiring, old);
}

/** Asks the worker to do so; several asking at once are one. */
export function askToRenewSearch(wiring: Wiring): Promise<void> {
  return withSystem(wiring, (tx) => enqueue(tx, "renew-search", {}, { jobKey: "renew-search" }));
}

import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findSomeListedPlacement } from "~db/index-rows.server";
import { listEnginesAtRest } from "~db/operations.server";
import { listSchools } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import { SearchError } from "~search/port";
import { type PlacementRef, syncPlacement } from "./sync-placement.server";

/**
 * Tries an engine that takes no changes with a placement as it stands: what waits for the engine comes ever more seldom, or may
 * not wait any more, and only an engine that takes something is asked again. Another placement of another school each time, so
 * that one which it cannot take does not speak for all. Answers what came of it; nothing where every engine takes changes, or
 * nothing is listed.
 */
export async function probeSearch(wiring: Wiring): Promise<"taken" | "not_taken" | null> {
  const atRest = await withSystem(wiring, listEnginesAtRest);
  // One that was used once may be noted still.
  const engine = wiring.searchEngines
    .map(({ capabilities }) => capabilities.engine)
    .find((one) => atRest.includes(one));
  const probe = engine && (await findProbe(wiring));
  if (!engine || !probe) return null;
  const { schoolId, placement } = probe;
  try {
    await syncPlacement(wiring, placement);
  } catch (err) {
    if (!(err instanceof SearchError)) throw err;
    // One that sets this placement aside took something all the same.
    if ((await withSystem(wiring, listEnginesAtRest)).includes(engine)) {
      wiring.log.warn({ engine, schoolId, err }, "a search engine still takes no changes");
      return "not_taken";
    }
  }
  wiring.log.info({ engine, schoolId }, "a search engine takes changes again");
  return "taken";
}

async function findProbe(wiring: Wiring): Promise<{ schoolId: string; placement: PlacementRef } | undefined> {
  const schools = await withSystem(wiring, listSchools);
  const first = Math.floor(Math.random() * schools.length);
  for (const { id: schoolId, district_id: districtId } of [...schools.slice(first), ...schools.slice(0, first)]) {
    const actor: SystemActor = { kind: "system", job: "probe-search", schoolId, districtId };
    const placementId = await withScope(wiring, actor, (tx) => findSomeListedPlacement(tx, { schoolId }));
    if (placementId !== undefined) return { schoolId, placement: { districtId, placementId } };
  }
  return undefined;
}

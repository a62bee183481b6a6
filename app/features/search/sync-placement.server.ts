import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import {
  findPlacementToIndex,
  listListingsForSearch,
  listSchoolIds,
  type PlacementToIndex,
  readVersion,
} from "~db/search-rows.server";
import { PLACEMENTS, type PlacementFacts, placementDocument } from "~search/placement-document";
import { placesOf } from "./listing-places";

export interface PlacementRef {
  districtId: string;
  placementId: string;
}

type ListedAt = PlacementFacts["listings"][number];

/**
 * Brings the index up to what the rows say now: a placement that a school lists is put, one that no school lists any more
 * is removed. Reads the current rows, so repeats, lateness and order of the jobs do not matter. Throws when an engine
 * does not take it; the job comes again.
 */
export async function syncPlacement(
  wiring: Wiring,
  { districtId, placementId }: PlacementRef,
): Promise<"put" | "removed"> {
  const schoolIds = await withSystem(wiring, (tx) => listSchoolIds(tx, districtId));
  const listings: ListedAt[] = [];
  let placement: PlacementToIndex | undefined;
  let version: number | undefined;
  for (const schoolId of schoolIds) {
    const actor: SystemActor = { kind: "system", job: "sync-placement", schoolId, districtId };
    await withScope(wiring, actor, async (tx) => {
      // The oldest moment of all readings: nothing in the document is older than its version.
      version ??= await readVersion(tx);
      placement ??= await findPlacementToIndex(tx, { districtId, placementId });
      const { time_zone: timeZone } = await getSchool(tx, schoolId);
      const on = civilDate(wiring.clock.now(), timeZone);
      const [listing] = await listListingsForSearch(tx, { schoolId, placementIds: [placementId], on });
      if (!listing) return;
      const { isOpen } = placesOf(listing, await getSettings(tx, schoolId));
      listings.push({
        schoolId,
        open: isOpen,
        publishedAt: listing.published_at === null ? null : new Date(listing.published_at),
      });
    });
  }
  if (version === undefined) throw new Error(`District ${districtId} has no school`);
  if (!placement || placement.erased_at !== null || listings.length === 0) {
    await wiring.search.remove(PLACEMENTS, [{ id: placementId, version }]);
    return "removed";
  }
  await wiring.search.put(PLACEMENTS, [placementDocument(factsOf(placement, { version, listings }))]);
  return "put";
}

function factsOf(
  row: PlacementToIndex,
  { version, listings }: { version: number; listings: readonly ListedAt[] },
): PlacementFacts {
  const isHome = row.site_mode === "private_home";
  return {
    placementId: row.id,
    version,
    kind: row.kind,
    title: row.title,
    organisation: row.organisation_name,
    willDo: row.student_will_do,
    requirements: row.requirements,
    interestIds: row.interests ?? [],
    weekdays: row.weekdays ?? [],
    languages: row.languages,
    area: row.area_id && row.area_name ? { id: row.area_id, name: row.area_name } : null,
    // Nobody searches for a private address.
    place: isHome ? [row.city ?? ""] : [row.site_name ?? "", row.city ?? "", row.postcode ?? ""],
    point: pointOf(row),
    minimumGrade: row.minimum_grade,
    maximumGrade: row.maximum_grade,
    minimumAge: row.minimum_age,
    startsOn: row.starts_on,
    listings,
  };
}

/** About a kilometre: near enough to search by, too coarse to find a private door. */
const COARSE_DEGREES = 100;

function pointOf({ latitude, longitude, site_mode: mode }: PlacementToIndex): PlacementFacts["point"] {
  if (latitude === null || longitude === null || mode === "remote") return null;
  if (mode !== "private_home") return { latitude, longitude };
  return {
    latitude: Math.round(latitude * COARSE_DEGREES) / COARSE_DEGREES,
    longitude: Math.round(longitude * COARSE_DEGREES) / COARSE_DEGREES,
  };
}

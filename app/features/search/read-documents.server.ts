import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import {
  listPlacementIds,
  listPlacementsToIndex,
  listSchoolIds,
  type PlacementToIndex,
  readVersion,
} from "~db/index-rows.server";
import { getSchool, getSettings, listSchools } from "~db/schools.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { type PlacementFacts, placementDocument } from "~search/placement-document";
import type { SearchDocument } from "~search/port";
import { placesOf } from "./listing-places";
import { factsOf } from "./placement-facts";

interface Wanted {
  districtId: string;
  placementIds: readonly string[];
}

interface Read {
  /** The oldest moment of all readings: nothing in a document is older than its version. */
  version: number;
  /** Of those placements that a school lists. */
  documents: SearchDocument[];
}

type ListedAt = PlacementFacts["listings"][number];

/** What the index should hold of placements, as their rows and listings at all schools of the district say it now. */
export async function readDocuments(wiring: Wiring, { districtId, placementIds }: Wanted): Promise<Read> {
  const schoolIds = await withSystem(wiring, (tx) => listSchoolIds(tx, districtId));
  const listed = new Map<string, ListedAt[]>();
  let placements: PlacementToIndex[] | undefined;
  let version: number | undefined;
  for (const schoolId of schoolIds) {
    await withScope(wiring, actorOf({ schoolId, districtId }), async (tx) => {
      version ??= await readVersion(tx);
      placements ??= await listPlacementsToIndex(tx, { districtId, placementIds });
      for (const [placementId, listing] of await listedAt(tx, { schoolId, placementIds, now: wiring.clock.now() }))
        listed.set(placementId, [...(listed.get(placementId) ?? []), listing]);
    });
  }
  if (version === undefined) throw new Error(`District ${districtId} has no school`);
  const read = { version, documents: [] as SearchDocument[] };
  for (const placement of placements ?? []) {
    const listings = listed.get(placement.id) ?? [];
    if (placement.erased_at === null && listings.length > 0)
      read.documents.push(placementDocument(factsOf(placement, { version, listings })));
  }
  return read;
}

async function listedAt(
  tx: ScopeTx,
  { schoolId, placementIds, now }: { schoolId: string; placementIds: readonly string[]; now: Date },
): Promise<[placementId: string, ListedAt][]> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const settings = await getSettings(tx, schoolId);
  const rows = await listListingsForSearch(tx, { schoolId, placementIds, on: civilDate(now, timeZone) });
  return rows.map((row) => {
    const publishedAt = row.published_at === null ? null : new Date(row.published_at);
    return [row.placement_id, { schoolId, openSeats: placesOf(row, settings).room, publishedAt }];
  });
}

const BATCH = 200;

/** Everything the index should hold, district by district. */
export async function* readAllDocuments(wiring: Wiring): AsyncGenerator<Wanted & Read> {
  const schools = await withSystem(wiring, listSchools);
  const firstSchools = new Map(schools.map(({ id, district_id: districtId }) => [districtId, id]));
  for (const [districtId, schoolId] of firstSchools) {
    for (let after: string | null = null; ; ) {
      const placementIds: string[] = await withScope(wiring, actorOf({ schoolId, districtId }), (tx) =>
        listPlacementIds(tx, { districtId, after, limit: BATCH }),
      );
      const last = placementIds.at(-1);
      if (last === undefined) break;
      yield { districtId, placementIds, ...(await readDocuments(wiring, { districtId, placementIds })) };
      after = last;
    }
  }
}

const actorOf = (ids: { schoolId: string; districtId: string }): SystemActor => ({
  kind: "system",
  job: "sync-placement",
  ...ids,
});

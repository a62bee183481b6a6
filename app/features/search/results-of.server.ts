import type { StudentActor } from "~/domain/actor";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import type { ScopeTx } from "~db/scope.server";
import type { ListingForSearch } from "~db/search-rows.server";
import type { Hit } from "~search/port";
import { type Fit, fitFor } from "./fit";
import { placesOf } from "./listing-places";
import type { Reader, Searcher } from "./search-reader.server";
import { type SearchResult, toResult } from "./search-result";

interface Found {
  actor: Searcher;
  reader: Reader;
  hits: readonly Hit[];
  listings: readonly ListingForSearch[];
}

/** The hits whose rows the reader may see, in the order of the hits, each judged for the student who reads. */
export async function resultsOf(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, reader, hits, listings }: Found,
): Promise<SearchResult[]> {
  const byPlacement = new Map(listings.map((listing) => [listing.placement_id, listing]));
  const fits = actor.kind === "student" && reader.student ? await fitsOf(tx, wiring, { actor, listings }) : NO_FITS;
  return hits.flatMap((hit) => {
    const listing = byPlacement.get(hit.id);
    if (!listing) return [];
    const { listing_id: listingId } = listing;
    return [
      toResult({
        listing,
        places: placesOf(listing, reader.settings),
        hit,
        fit: fits.get(listingId) ?? null,
        wished: reader.wished.has(listingId),
        pursuit: reader.pursuits.get(listingId) ?? null,
      }),
    ];
  });
}

const NO_FITS: ReadonlyMap<string, Fit> = new Map();

async function fitsOf(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, listings }: { actor: StudentActor; listings: readonly ListingForSearch[] },
): Promise<ReadonlyMap<string, Fit>> {
  const { schoolId, districtId, personId: studentId } = actor;
  const listingIds = listings.map((listing) => listing.listing_id);
  const now = wiring.clock.now();
  const { students, placements, context } = await gatherEvidence(tx, {
    schoolId,
    districtId,
    now,
    studentId,
    listingIds,
  });
  const [student] = students;
  if (!student) return NO_FITS;
  return new Map(placements.map((placement) => [placement.listingId, fitFor({ student, placement, context })]));
}

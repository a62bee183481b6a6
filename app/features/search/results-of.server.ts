import type { IdfSnapshot } from "~/domain/matching/idf";
import { gatherContext, gatherPlacements } from "~/steps/match-evidence.server";
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
  /** How telling each interest is at the school; only a student's results need it. */
  idf: IdfSnapshot | null;
  hits: readonly Hit[];
  listings: readonly ListingForSearch[];
}

/** The hits whose rows the reader may see, in the order of the hits, each judged for the student who reads. */
export async function resultsOf(tx: ScopeTx, { actor, reader, idf, hits, listings }: Found): Promise<SearchResult[]> {
  const byPlacement = new Map(listings.map((listing) => [listing.placement_id, listing]));
  const fits = await fitsOf(tx, { actor, reader, idf, listings });
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
  { actor, reader, idf, listings }: Omit<Found, "hits">,
): Promise<ReadonlyMap<string, Fit>> {
  const { student, on, settings } = reader;
  if (!student || !idf || listings.length === 0) return NO_FITS;
  const { schoolId, districtId } = actor;
  const { travelLimitMinutes } = settings;
  const listingIds = listings.map((listing) => listing.listing_id);
  const placements = await gatherPlacements(tx, { schoolId, districtId, on, settings, listingIds });
  const context = await gatherContext(tx, { schoolId, travelLimitMinutes, placements, idf });
  return new Map(placements.map((placement) => [placement.listingId, fitFor({ student, placement, context })]));
}

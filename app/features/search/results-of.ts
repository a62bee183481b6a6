import type { ListingForSearch } from "~db/search-rows.server";
import type { Hit } from "~search/port";
import { fitFor, placementEvidence } from "./fit";
import { placesOf } from "./listing-places";
import type { Reader } from "./search-reader.server";
import { type SearchResult, toResult } from "./search-result";

/** The hits whose rows the reader may see, in the order of the hits, each judged for the student who reads. */
export function resultsOf(hits: readonly Hit[], listings: readonly ListingForSearch[], reader: Reader): SearchResult[] {
  const byPlacement = new Map(
    listings.map((listing) => [listing.placement_id, { listing, places: placesOf(listing, reader.settings) }]),
  );
  const evidence = new Map(
    [...byPlacement].map(([id, { listing, places }]) => [id, placementEvidence(listing, places)]),
  );
  return hits.flatMap((hit) => {
    const found = byPlacement.get(hit.id);
    const placement = evidence.get(hit.id);
    if (!found || !placement) return [];
    const fit =
      reader.student && reader.context && fitFor({ student: reader.student, placement, context: reader.context });
    const { listing_id: listingId } = found.listing;
    return [
      toResult({
        ...found,
        hit,
        fit,
        wished: reader.wished.has(listingId),
        pursuit: reader.pursuits.get(listingId) ?? null,
      }),
    ];
  });
}

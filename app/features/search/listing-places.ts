import { placeCount } from "~/domain/pursuit/places";

/** What is left of a listing. Full is never stored: it follows from these. */
export interface ListingPlaces {
  openSeats: number;
  openPlaces: number;
  isOpen: boolean;
}

/** Free seats and free pursuit places; a listing is open while it has one of each. */
export function placesOf(
  listing: { seats: number; taken_places: number | null; held_seats: number | null },
  { placesPerSeat }: { placesPerSeat: number },
): ListingPlaces {
  const openSeats = Math.max(0, listing.seats - (listing.held_seats ?? 0));
  const openPlaces = Math.max(0, placeCount(listing.seats, placesPerSeat) - (listing.taken_places ?? 0));
  return { openSeats, openPlaces, isOpen: openSeats > 0 && openPlaces > 0 };
}

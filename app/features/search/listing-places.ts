import { placeCount, seatsToOffer } from "~/domain/pursuit/places";

/** What is left of a listing. Full is never stored: it follows from these. */
export interface ListingPlaces {
  openSeats: number;
  openPlaces: number;
  /** As many more students can go after it now: each needs a seat and a pursuit place. */
  room: number;
  isOpen: boolean;
}

/** Free seats and free pursuit places; a listing is open while it has one of each. */
export function placesOf(
  listing: {
    seats: number;
    days: readonly { seats: number }[] | null;
    taken_places: number | null;
    held_seats: number | null;
  },
  { placesPerSeat }: { placesPerSeat: number },
): ListingPlaces {
  const seats = seatsToOffer(listing.seats, listing.days ?? []);
  const openSeats = Math.max(0, seats - (listing.held_seats ?? 0));
  const openPlaces = Math.max(0, placeCount(seats, placesPerSeat) - (listing.taken_places ?? 0));
  const room = Math.min(openSeats, openPlaces);
  return { openSeats, openPlaces, room, isOpen: room > 0 };
}

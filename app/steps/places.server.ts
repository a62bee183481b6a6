import { daysWithSeats, firstFreePlace, placeCount, type Stay, seatsToOffer } from "~/domain/pursuit/places";
import { enqueue } from "~db/jobs.server";
import {
  insertPursuitPlace,
  insertSeatHolds,
  listHeldSeats,
  listPlacementDays,
  listTakenPlaces,
} from "~db/listings.server";
import type { ScopeTx } from "~db/scope.server";

/** How many seats of a listing can be offered, and the weekdays on which an offer takes one, Monday first; none where none were said. */
export async function offerOf(
  tx: ScopeTx,
  listing: { district_id: string; placement_id: string; seats: number },
): Promise<{ seats: number; weekdays: number[] }> {
  const days = await listPlacementDays(tx, { districtId: listing.district_id, placementId: listing.placement_id });
  return {
    seats: seatsToOffer(listing.seats, days),
    weekdays: daysWithSeats(days).map(({ weekday }) => weekday),
  };
}

interface ListingSeats {
  schoolId: string;
  listingId: string;
  seats: number;
}

/** The lowest free pursuit place of a listing the caller has locked, or null when all are taken. */
export async function findFreePlace(
  tx: ScopeTx,
  listing: ListingSeats & { placesPerSeat: number },
): Promise<number | null> {
  return firstFreePlace(await listTakenPlaces(tx, listing), placeCount(listing.seats, listing.placesPerSeat));
}

export const takePlace = insertPursuitPlace;

/** Whether a listing has a place left is part of what the search knows: it looks again once this has happened. */
export function refreshSearch(tx: ScopeTx, at: { district_id: string; placement_id: string }): Promise<void> {
  return enqueue(tx, "sync-placement", { districtId: at.district_id, placementId: at.placement_id });
}

export interface SeatWish extends ListingSeats {
  pursuitId: string;
  weekdays: readonly number[];
  startsOn: string;
  endsOn: string | null;
}

/** The lowest seat that is free on all the days and dates, or null when there is none. The caller has locked the listing. */
export async function findFreeSeat(tx: ScopeTx, wish: SeatWish): Promise<number | null> {
  return firstFreePlace(await listHeldSeats(tx, wish), wish.seats);
}

/** Holds a seat that `findFreeSeat` found in this transaction. */
export function holdSeat(tx: ScopeTx, wish: SeatWish & { seatNo: number }): Promise<void> {
  return insertSeatHolds(tx, wish);
}

/** The days and dates of a placement, to see whether a student can be at two. */
export async function stayOf(
  tx: ScopeTx,
  placement: { district_id: string; placement_id: string; starts_on: string | null; ends_on: string | null },
): Promise<Stay> {
  const key = { districtId: placement.district_id, placementId: placement.placement_id };
  const days = daysWithSeats(await listPlacementDays(tx, key));
  return { weekdays: days.map(({ weekday }) => weekday), startsOn: placement.starts_on, endsOn: placement.ends_on };
}

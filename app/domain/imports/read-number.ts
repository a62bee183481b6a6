import type { ReasonCode } from "./row-note";

export const MOST_SEATS = 9999;
/** More than any one host takes in at once; such numbers are crowds at an event, or typing errors. */
const VERY_MANY_SEATS = 500;
/** The only number of a cell, with words around it: "10", "up to 1,000 volunteers", "25+". */
const ONE_NUMBER = /^[^\d]*?(-?)(\d{1,3}(?:[,. ]\d{3})+|\d+)(?:[.,]0+)?[^\d]*$/;

type SeatsRead =
  | { ok: true; seats: number; unusual: "seats_placeholder" | "seats_unusual" | null }
  | { ok: false; reason: Extract<ReasonCode, "seats_not_a_number" | "seats_out_of_range"> };

/**
 * How many students a host takes: one whole number from 1 to 9999, words around it allowed. All nines ("99", "9999")
 * mean "as many as come" in volunteer databases: kept as given, and said.
 */
export function readSeats(cell: string): SeatsRead {
  const [, minus, digits = ""] = ONE_NUMBER.exec(cell) ?? [];
  if (digits === "") return { ok: false, reason: "seats_not_a_number" };
  const seats = Number(digits.replace(/\D/g, ""));
  if (minus || seats < 1 || seats > MOST_SEATS) return { ok: false, reason: "seats_out_of_range" };
  if (/^9{2,}$/.test(String(seats))) return { ok: true, seats, unusual: "seats_placeholder" };
  return { ok: true, seats, unusual: seats > VERY_MANY_SEATS ? "seats_unusual" : null };
}

export interface Coordinates {
  latitude: number;
  longitude: number;
}

/**
 * A point on the ground in degrees (WGS 84), or null. Both parts are needed; outside the globe and exactly (0, 0), where
 * databases put what they could not locate, there is no point.
 */
export function readCoordinates(latitude: string, longitude: string): Coordinates | null {
  const point = { latitude: readDegrees(latitude), longitude: readDegrees(longitude) };
  if (point.latitude === null || point.longitude === null) return null;
  if (Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) return null;
  if (point.latitude === 0 && point.longitude === 0) return null;
  return point as Coordinates;
}

function readDegrees(cell: string): number | null {
  const text = cell.trim().replace(/°$/, "").replace(",", ".");
  return /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : null;
}

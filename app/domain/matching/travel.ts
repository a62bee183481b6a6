import type { PlacementEvidence, Point, StudentEvidence } from "./evidence";
import { DEFAULT_MODES, TRAVEL_MODES, type TravelMode } from "./travel-modes";

export interface Travel {
  /** Whole minutes one way by the fastest way the student may take. */
  minutes: number;
  mode: TravelMode;
  /** For each way the student may take and of which something is known. */
  minutesBy: Readonly<Partial<Record<TravelMode, number>>>;
  /** Whether the school's own table said so, or a distance did; the latter is "about". */
  source: "table" | "distance";
}

/** One line of a school's travel table: minutes when arriving in `[fromMinute, toMinute)` of the day. */
export interface TravelRow {
  mode: TravelMode;
  minutes: number;
  fromMinute: number;
  toMinute: number;
}

/** The school's lines by `travelKey`. */
export type TravelTable = Readonly<Record<string, readonly TravelRow[]>>;

export const travelKey = (areaId: string, siteId: string) => `${areaId} ${siteId}`;

export const EARTH_RADIUS_KM = 6371;
/** Streets are about this much longer than the straight line (circuity of US cities: 1.2 to 1.4). */
const DETOUR = 1.3;

/** Door to door: minutes that do not depend on distance (unlocking, walking to the stop, waiting, parking), then km/h. */
const PACES: Readonly<Record<TravelMode, { fixedMinutes: number; kmPerHour: number }>> = {
  walk: { fixedMinutes: 0, kmPerHour: 4.8 },
  cycle: { fixedMinutes: 3, kmPerHour: 14 },
  bus: { fixedMinutes: 10, kmPerHour: 18 },
  car: { fixedMinutes: 5, kmPerHour: 30 },
};

/**
 * How a student gets to a placement: each allowed way from the school's table for the time the placement begins, from
 * the distance where the table has no line. Null where neither knows anything.
 */
export function travelOf(
  student: Pick<StudentEvidence, "area" | "areaId" | "travelModes">,
  placement: Pick<PlacementEvidence, "location" | "siteId">,
  { table, arrivalMinute }: { table: TravelTable | undefined; arrivalMinute: number | null },
): Travel | null {
  const { areaId, area } = student;
  const { siteId, location } = placement;
  const rows = (table && areaId && siteId && table[travelKey(areaId, siteId)]) || [];
  const kilometres = area && location ? haversineKm(area, location) : null;
  const minutesBy: Partial<Record<TravelMode, number>> = {};
  let best: Travel | null = null;
  for (const mode of TRAVEL_MODES) {
    if (!(student.travelModes ?? DEFAULT_MODES).includes(mode)) continue;
    const known = lineFor(rows, mode, arrivalMinute)?.minutes;
    const minutes = known ?? (kilometres === null ? null : minutesFor(mode, kilometres));
    if (minutes === null) continue;
    minutesBy[mode] = minutes;
    if (best === null || minutes < best.minutes)
      best = { minutes, mode, minutesBy, source: known === undefined ? "distance" : "table" };
  }
  return best;
}

/** The line whose span holds the arrival; the narrowest when several do, and when no time is known the widest. */
function lineFor(rows: readonly TravelRow[], mode: TravelMode, arrivalMinute: number | null): TravelRow | undefined {
  const span = ({ fromMinute, toMinute }: TravelRow) => toMinute - fromMinute;
  const fitting = rows.filter(
    (row) =>
      row.mode === mode &&
      (arrivalMinute === null || (row.fromMinute <= arrivalMinute && arrivalMinute < row.toMinute)),
  );
  const narrowest = (a: TravelRow, b: TravelRow) => span(a) - span(b) || a.fromMinute - b.fromMinute;
  fitting.sort(arrivalMinute === null ? (a, b) => narrowest(b, a) : narrowest);
  return fitting[0];
}

/**
 * A distance model for where no travel table is loaded: whole minutes one way from the straight line. It knows no hills,
 * rivers or timetables.
 */
export function minutesFor(mode: TravelMode, kilometres: number): number {
  const { fixedMinutes, kmPerHour } = PACES[mode];
  return Math.round(fixedMinutes + ((kilometres * DETOUR) / kmPerHour) * 60);
}

/** The same line by its two numbers: minutes at no distance, and for each kilometre. */
export function paceOf(mode: TravelMode): { fixedMinutes: number; minutesPerKm: number } {
  const { fixedMinutes, kmPerHour } = PACES[mode];
  return { fixedMinutes, minutesPerKm: (DETOUR / kmPerHour) * 60 };
}

/** Great-circle distance in kilometres on a sphere. */
export function haversineKm(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const h = half(from.lat, to.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(from.lon, to.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

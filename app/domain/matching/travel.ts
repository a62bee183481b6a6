import type { Point } from "./evidence";

export type TravelMode = "walk" | "cycle" | "bus";

export interface TravelEstimate {
  /** Straight line. */
  kilometres: number;
  /** Minutes one way, by the faster of walking and the bus; not everybody has a bicycle. */
  minutes: number;
  mode: "walk" | "bus";
  minutesBy: Readonly<Record<TravelMode, number>>;
}

const EARTH_RADIUS_KM = 6371;
/** Streets are about this much longer than the straight line (circuity of US cities: 1.2 to 1.4). */
const DETOUR = 1.3;

/** Door to door: minutes that do not depend on distance (unlocking, walking to the stop, waiting), then km/h. */
const MODES: Readonly<Record<TravelMode, { fixedMinutes: number; kmPerHour: number }>> = {
  walk: { fixedMinutes: 0, kmPerHour: 4.8 },
  cycle: { fixedMinutes: 3, kmPerHour: 14 },
  bus: { fixedMinutes: 10, kmPerHour: 18 },
};

/**
 * A distance model for where no travel table is loaded: whole minutes one way from the straight line between two
 * points. It knows no hills, rivers or timetables; screens call it "about".
 */
export function estimateTravel(from: Point, to: Point): TravelEstimate {
  const kilometres = haversineKm(from, to);
  const by = (mode: TravelMode) => {
    const { fixedMinutes, kmPerHour } = MODES[mode];
    return Math.round(fixedMinutes + ((kilometres * DETOUR) / kmPerHour) * 60);
  };
  const minutesBy = { walk: by("walk"), cycle: by("cycle"), bus: by("bus") };
  const mode = minutesBy.walk <= minutesBy.bus ? "walk" : "bus";
  return { kilometres: Math.round(kilometres * 10) / 10, minutes: minutesBy[mode], mode, minutesBy };
}

/** Great-circle distance in kilometres on a sphere. */
export function haversineKm(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const h = half(from.lat, to.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(from.lon, to.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

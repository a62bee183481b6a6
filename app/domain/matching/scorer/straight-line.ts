import type { PlacementEvidence, Point } from "../evidence";
import { EARTH_RADIUS_KM, haversineKm, minutesFor, paceOf } from "../travel";
import type { TravelMode } from "../travel-modes";

/** Where placements are, as points of the unit sphere; NaN where nobody knows. */
export interface Sphere {
  points: readonly (Point | null)[];
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

export function sphereOf(placements: readonly PlacementEvidence[]): Sphere {
  const points = placements.map(({ location }) => location);
  const part = (axis: (point: Point) => number) =>
    Float64Array.from(points, (point) => (point ? axis(point) : Number.NaN));
  return { points, x: part(xOf), y: part(yOf), z: part(zOf) };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const xOf = ({ lat, lon }: Point) => Math.cos(radians(lat)) * Math.cos(radians(lon));
const yOf = ({ lat, lon }: Point) => Math.cos(radians(lat)) * Math.sin(radians(lon));
const zOf = ({ lat }: Point) => Math.sin(radians(lat));

/** Half chords up to this (about 250 km) have their arc by a short series, with an error under 10^-10 of it. */
const SHORT = 0.02;
/** Far more than the error of minutes of a short way; a rounding that is so close is done the exact way. */
const UNSURE_MINUTES = 1e-4;

/** What `minutesFor` says of the straight line from a point to each placement; -1 where nobody knows where it is. */
export function minutesFrom(from: Point, sphere: Sphere, modes: readonly TravelMode[]): Int32Array {
  const fastest = new Int32Array(sphere.points.length).fill(-1);
  const arcs = arcsFrom(from, sphere);
  for (const mode of modes) {
    const { fixedMinutes, minutesPerKm } = paceOf(mode);
    const minutesPerArc = minutesPerKm * EARTH_RADIUS_KM;
    for (let p = 0; p < arcs.length; p += 1) {
      const shifted = fixedMinutes + minutesPerArc * (arcs[p] as number) + 0.5;
      let minutes = shifted | 0;
      const past = shifted - minutes;
      const isSure = past > UNSURE_MINUTES && past < 1 - UNSURE_MINUTES;
      if (!isSure) {
        const point = sphere.points[p];
        if (!point) continue;
        minutes = minutesFor(mode, haversineKm(from, point));
      }
      const before = fastest[p] as number;
      if (before < 0 || minutes < before) fastest[p] = minutes;
    }
  }
  return fastest;
}

/** Angles in radians; NaN, which is never sure of anything, for long ways and where nobody knows. */
function arcsFrom(from: Point, { x, y, z }: Sphere): Float64Array {
  const ax = xOf(from);
  const ay = yOf(from);
  const az = zOf(from);
  const arcs = new Float64Array(x.length);
  for (let p = 0; p < arcs.length; p += 1) {
    const dx = (x[p] as number) - ax;
    const dy = (y[p] as number) - ay;
    const dz = (z[p] as number) - az;
    const half = Math.sqrt(dx * dx + dy * dy + dz * dz) / 2;
    const square = half * half;
    arcs[p] = half < SHORT ? 2 * half * (1 + square / 6 + (3 * square * square) / 40) : Number.NaN;
  }
  return arcs;
}

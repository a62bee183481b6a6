import { metresFrom, type Pin } from "./pin-plane";

/** Units of the drawing; it scales to the room there is. */
export const MAP_WIDTH = 400;
export const MAP_HEIGHT = 340;
/** Keeps markers and their numbers inside. */
const MARGIN = 28;
/** Markers closer than this are one: they could not be told apart, nor be hit with a finger. */
const TOUCH = 36;
/** The smallest neighbourhood that is drawn, in metres from the middle to an edge. */
const SMALLEST = 400;
/** Farther than this many times the usual distance would press everything else into one spot. */
const OUTLIER = 4;
const MOST_RINGS = 3;
/** Between a ring and its distance, and as high as that is written. */
const LABEL_GAP = 4;
const LABEL_HEIGHT = 14;

export interface PlaceOnMap {
  number: number;
  pin: Pin;
}

export interface Marker {
  x: number;
  y: number;
  /** The numbers of all places here, in order. */
  numbers: number[];
}

export interface Ring {
  /** Half the width of the circle, in units. */
  radius: number;
  metres: number;
  /** The base line of its distance: over the circle, or under it where a marker would hide that. */
  labelY: number;
}

export interface MapLayout {
  /** From where distances are measured. */
  centre: { x: number; y: number };
  others: { x: number; y: number }[];
  markers: Marker[];
  rings: Ring[];
  /** Numbers of places too far away to be drawn with the others. */
  beyond: number[];
}

interface Wanted {
  centre: Pin;
  /** Other points to know one's way by, such as the school. */
  others?: readonly Pin[];
  places: readonly PlaceOnMap[];
  /** Distances that may be drawn as rings, in metres. */
  ringMetres: readonly number[];
}

/**
 * Lays out places around a centre, north up and true to scale (equirectangular, good to a percent within a city). Places
 * that would overlap share a marker. The same input gives the same drawing, on the server and in the browser.
 */
export function layOutMap({ centre, others = [], places, ringMetres }: Wanted): MapLayout {
  const placed = places.map(({ number, pin }) => ({ number, ...metresFrom(centre, pin) }));
  const reach = reachOf(placed.map(distanceOf));
  const near = placed.filter((place) => distanceOf(place) <= reach);
  const beyond = placed.filter((place) => distanceOf(place) > reach).map(({ number }) => number);
  const known = others.map((pin) => metresFrom(centre, pin)).filter((point) => distanceOf(point) <= reach * 1.5);
  const { toUnits, scale, middle } = frameOf([{ east: 0, north: 0 }, ...near, ...known]);
  const markers = gather(near.map((place) => ({ ...toUnits(place), numbers: [place.number] })));
  const rings = ringMetres.map((metres) => ({ metres, radius: round(metres * scale) }));
  const drawn = rings.filter(({ radius }) => radius >= TOUCH && middle.y - radius >= MARGIN / 2).slice(-MOST_RINGS);
  return {
    centre: middle,
    others: known.map(toUnits),
    markers,
    rings: drawn.map((ring) => ({ ...ring, labelY: labelOf(ring, { middle, markers }) })),
    beyond,
  };
}

function labelOf({ radius }: Pick<Ring, "radius">, { middle, markers }: Pick<MapLayout, "markers"> & { middle: At }) {
  const over = middle.y - radius - LABEL_GAP;
  const under = middle.y + radius + LABEL_HEIGHT;
  const isHidden = (y: number) =>
    markers.some((marker) => Math.abs(marker.x - middle.x) < TOUCH && Math.abs(marker.y - y) < TOUCH - LABEL_GAP);
  return isHidden(over) && !isHidden(under) && under < MAP_HEIGHT ? under : over;
}

type At = MapLayout["centre"];

interface Metres {
  east: number;
  north: number;
}

const distanceOf = ({ east, north }: Metres) => Math.hypot(east, north);
const round = (units: number) => Math.round(units * 10) / 10;

function reachOf(distances: readonly number[]): number {
  const sorted = distances.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(SMALLEST, usual * OUTLIER);
}

/** The scale at which all points fit, with the smallest neighbourhood at least. */
function frameOf(points: readonly Metres[]) {
  const span = (values: readonly number[]) => ({ from: Math.min(...values), to: Math.max(...values) });
  const east = span(points.map((point) => point.east));
  const north = span(points.map((point) => point.north));
  const scale = Math.min(
    (MAP_WIDTH - 2 * MARGIN) / Math.max(east.to - east.from, SMALLEST),
    (MAP_HEIGHT - 2 * MARGIN) / Math.max(north.to - north.from, SMALLEST),
  );
  const toUnits = (point: Metres) => ({
    x: round(MAP_WIDTH / 2 + (point.east - (east.from + east.to) / 2) * scale),
    y: round(MAP_HEIGHT / 2 - (point.north - (north.from + north.to) / 2) * scale),
  });
  return { scale, toUnits, middle: toUnits({ east: 0, north: 0 }) };
}

/** Joins markers that overlap, the nearest pair first, until none do. */
function gather(markers: readonly Marker[]): Marker[] {
  const gathered = [...markers];
  for (;;) {
    const pair = closestPair(gathered);
    if (!pair) return gathered.sort((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0));
    const [one, other] = pair;
    gathered.splice(gathered.indexOf(other), 1);
    gathered.splice(gathered.indexOf(one), 1, join(one, other));
  }
}

function closestPair(markers: readonly Marker[]): [Marker, Marker] | null {
  let closest: [Marker, Marker] | null = null;
  let least = TOUCH;
  for (const [place, one] of markers.entries())
    for (const other of markers.slice(place + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (distance >= least) continue;
      least = distance;
      closest = [one, other];
    }
  return closest;
}

/** In the middle of all that it stands for. */
function join(one: Marker, other: Marker): Marker {
  const numbers = [...one.numbers, ...other.numbers].sort((a, b) => a - b);
  const share = one.numbers.length / numbers.length;
  return {
    x: round(one.x * share + other.x * (1 - share)),
    y: round(one.y * share + other.y * (1 - share)),
    numbers,
  };
}

import { graphOf, type MatchGraph } from "~/domain/matching/solver/graph";

/** Mulberry32: a small generator of the same numbers everywhere (Tommy Ettinger, public domain). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface GraphKind {
  name: string;
  students: number;
  placements: number;
  /** Pairs of each student. */
  degree: number;
  /** Number of distinct weights. */
  weights: number;
  /** Seats of each placement, drawn evenly from this range. */
  seats: readonly [number, number];
  /** How placements are chosen: evenly, by Zipf's law, or near the student on a line. */
  choice: "even" | "zipf" | "near";
  /** Weights drawn evenly, or from a quality of the placement and the student with noise. */
  taste: "even" | "common";
}

/** The same graph for the same kind and seed. */
export function graphFrom(kind: GraphKind, seed: number): MatchGraph {
  const random = numbersFrom(seed);
  const { students, placements, degree } = kind;
  const count = students * degree;
  const student = new Int32Array(count);
  const place = new Int32Array(count);
  const weight = new Int32Array(count);
  const quality = Float64Array.from({ length: placements }, random);
  const cumulative = zipf(placements);
  const seen = new Int32Array(placements).fill(-1);
  let e = 0;
  for (let s = 0; s < students; s += 1) {
    const centre = Math.floor(random() * placements);
    for (let k = 0; k < degree; k += 1) {
      let p = pick(kind, { random, cumulative, centre });
      while (seen[p] === s) p = (p + 1) % placements;
      seen[p] = s;
      student[e] = s;
      place[e] = p;
      const raw = kind.taste === "even" ? random() : 0.6 * (quality[p] as number) + 0.4 * random();
      weight[e] = 1 + Math.floor(raw * kind.weights);
      e += 1;
    }
  }
  const [least, most] = kind.seats;
  const seats = Int32Array.from({ length: placements }, () => least + Math.floor(random() * (most - least + 1)));
  return graphOf({ student, place, weight }, { students, seats });
}

function zipf(placements: number): Float64Array {
  const cumulative = new Float64Array(placements);
  let sum = 0;
  for (let p = 0; p < placements; p += 1) cumulative[p] = sum += 1 / (p + 1);
  return cumulative.map((value) => value / sum);
}

function pick(
  { placements, choice, degree }: GraphKind,
  { random, cumulative, centre }: { random: () => number; cumulative: Float64Array; centre: number },
): number {
  if (choice === "even") return Math.floor(random() * placements);
  if (choice === "near") return (centre + Math.floor(random() * degree * 3)) % placements;
  const target = random();
  let low = 0;
  let high = placements - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

const base: GraphKind = {
  name: "10k x 5k, top 50",
  students: 10_000,
  placements: 5000,
  degree: 50,
  weights: 10_000,
  seats: [1, 3],
  choice: "even",
  taste: "even",
};

/** The cohort of the goals: more students than find a place near them. */
export const COHORT: GraphKind = { ...base, choice: "near", taste: "common" };
export const DISTRICT: GraphKind = { ...COHORT, name: "100k x 50k, top 50", students: 100_000, placements: 50_000 };

/** Twelve kinds: ties, dense, Zipf, short supply, and their mixes. */
export const SUITE: readonly GraphKind[] = [
  { ...base, name: "even" },
  { ...base, name: "even, two weights", weights: 2 },
  { ...base, name: "even, five weights", weights: 5 },
  { ...base, name: "even, all equal", weights: 1 },
  { ...base, name: "common taste", taste: "common" },
  { ...base, name: "zipf", choice: "zipf" },
  { ...base, name: "zipf, five weights, common", choice: "zipf", taste: "common", weights: 5 },
  { ...base, name: "near", choice: "near" },
  { ...base, name: "near, common taste", choice: "near", taste: "common" },
  { ...base, name: "short supply", seats: [0, 1] },
  { ...base, name: "short supply, common", seats: [0, 1], taste: "common", choice: "near" },
  { ...base, name: "dense 1500 x 500", students: 1500, placements: 500, degree: 500, seats: [1, 4] },
];

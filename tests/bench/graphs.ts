import { graphOf, type MatchGraph } from "~/domain/matching/solver/graph";
import { SCALE } from "./measure";
import { randomBy } from "./random";

interface Shape {
  students: number;
  placements: number;
  /** Pairs of each student. */
  degree: number;
  /** Weights are whole numbers up to this. */
  weights?: number;
  /** Seats of a placement, from and to. */
  seats?: [number, number];
  /** How strongly few placements are drawn by many: 0 for evenly. */
  zipf?: number;
  /** Parts that no pair joins. */
  parts?: number;
  /** Share of a pair's weight that all students agree on. */
  agreement?: number;
  /** Everybody has a pair with the first placement, and it is their best. */
  oneWantedByAll?: "yes";
}

export const EVEN: Shape = { students: 10_000 / SCALE, placements: 5_000 / SCALE, degree: 50 };

/** Twelve kinds of graph that solvers stumble over, each in its own way. */
export const SUITE: Readonly<Record<string, Shape>> = {
  even: EVEN,
  "short supply": { ...EVEN, seats: [1, 2] },
  "shorter supply": { ...EVEN, seats: [0, 2] },
  "ample supply": { ...EVEN, seats: [3, 6] },
  "popular few (Zipf)": { ...EVEN, zipf: 1 },
  "agreed on": { ...EVEN, agreement: 0.9 },
  "ties, 5 weights": { ...EVEN, weights: 5 },
  "ties, all equal": { ...EVEN, weights: 1 },
  "one wanted by all": { ...EVEN, oneWantedByAll: "yes" },
  "many parts": { ...EVEN, parts: 100 / SCALE },
  dense: { students: 1_500 / SCALE, placements: Math.ceil(750 / SCALE), degree: Math.floor(750 / SCALE) },
  sparse: { ...EVEN, degree: 5 },
};

export const LARGE: Shape = { students: 100_000 / SCALE, placements: 50_000 / SCALE, degree: 50 };
/** For peers that need minutes for more. */
export const TENTH: Shape = { students: 1_000 / SCALE, placements: 500 / SCALE, degree: SCALE === 1 ? 50 : 10 };
export const HUNDREDTH: Shape = { students: 100, placements: 50, degree: 20 };

export function makeGraph(shape: Shape, seed = 1): MatchGraph {
  const { students, placements, degree, weights = 10_000, zipf = 0, parts = 1, agreement = 0 } = shape;
  const random = randomBy(seed);
  const [fewest, most] = shape.seats ?? [1, 3];
  const seats = Int32Array.from({ length: placements }, () => fewest + Math.floor(random() * (most - fewest + 1)));
  const worth = Float64Array.from({ length: placements }, () => random());
  const student = new Int32Array(students * degree);
  const place = new Int32Array(students * degree);
  const weight = new Int32Array(students * degree);
  const width = placements / parts;
  const drawn = new Int32Array(placements).fill(-1);
  for (let s = 0; s < students; s += 1) {
    const first = Math.floor((s * parts) / students) * width;
    for (let nth = 0; nth < degree; ) {
      const isWanted = nth === 0 && shape.oneWantedByAll !== undefined;
      const p = isWanted ? 0 : Math.floor(first + width * random() ** (1 + 2 * zipf));
      if (drawn[p] === s) continue;
      drawn[p] = s;
      const e = s * degree + nth;
      student[e] = s;
      place[e] = p;
      const share = agreement * (worth[p] as number) + (1 - agreement) * random();
      weight[e] = isWanted ? weights : 1 + Math.floor(share * weights);
      nth += 1;
    }
  }
  return graphOf({ student, place, weight }, { students, seats });
}

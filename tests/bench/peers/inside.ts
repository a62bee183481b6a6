import highsLoader from "highs";
import { minCostFlow } from "min-cost-flow";
import type { MatchGraph } from "~/domain/matching/solver/graph";
import { medianOf } from "../measure";
import type { Answer } from "./outside";

const UNPLACED = 10_000_000;

/** The plan as a linear program for HiGHS, compiled to WebAssembly. */
export async function highs(graph: MatchGraph, runs: number): Promise<Answer> {
  const program = linearProgram(graph);
  const solver = await highsLoader();
  let answer = { placed: 0, total: 0 };
  const ms = medianOf(
    () => {
      const { Columns } = solver.solve(program) as { Columns: Record<string, { Primal: number }> };
      const used = graph.weight.filter((_, e) => (Columns[`x${e}`]?.Primal ?? 0) > 0.5);
      answer = { placed: used.length, total: used.reduce((sum, weight) => sum + weight, 0) };
    },
    { runs },
  );
  return { ms, ...answer };
}

function linearProgram({ students, placements, start, place, weight, seats }: MatchGraph): string {
  const goal: string[] = [];
  const ofStudent: string[] = [];
  const ofPlace: string[][] = Array.from({ length: placements }, () => []);
  for (let s = 0; s < students; s += 1) {
    const own: string[] = [];
    for (let e = start[s] as number; e < (start[s + 1] as number); e += 1) {
      goal.push(`${(weight[e] as number) + UNPLACED} x${e}`);
      own.push(`x${e}`);
      ofPlace[place[e] as number]?.push(`x${e}`);
    }
    if (own.length > 0) ofStudent.push(` s${s}: ${own.join(" + ")} <= 1`);
  }
  const ofPlaces = ofPlace.flatMap((pairs, p) =>
    pairs.length > 0 ? ` p${p}: ${pairs.join(" + ")} <= ${seats[p]}` : [],
  );
  return ["Maximize", ` obj: ${goal.join("\n + ")}`, "Subject To", ...ofStudent, ...ofPlaces, "End"].join("\n");
}

/** The plan as a flow for min-cost-flow, which sends as much as it can at the least cost. */
export function flow({ students, start, place, weight, seats }: MatchGraph, runs: number): Answer {
  const top = 10_001;
  const edges = Array.from(seats, (capacity, p) => ({ from: `p${p}`, to: "SINK", capacity, cost: 0 }));
  for (let s = 0; s < students; s += 1) {
    edges.push({ from: "SOURCE", to: `s${s}`, capacity: 1, cost: 0 });
    for (let e = start[s] as number; e < (start[s + 1] as number); e += 1)
      edges.push({ from: `s${s}`, to: `p${place[e]}`, capacity: 1, cost: top - (weight[e] as number) });
  }
  let answer = { placed: 0, total: 0 };
  const ms = medianOf(
    () => {
      const used = minCostFlow(edges).filter(({ from, flow: units }) => from.startsWith("s") && units > 0);
      answer = { placed: used.length, total: used.reduce((sum, { cost }) => sum + top - cost, 0) };
    },
    { runs },
  );
  return { ms, ...answer };
}

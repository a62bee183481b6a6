// A process of its own for one run of what the first argument says; prints the milliseconds it took as JSON.
import { matchContext } from "../support/match-context";
import { makeCohort } from "./cohort";
import { makeGraph, SUITE } from "./graphs";
import { SCALE, timed } from "./measure";
import { candidateGraph, solve, solveTotal } from "./ours";

const works: Readonly<Record<string, () => () => unknown>> = {
  propose: () => {
    const cohort = makeCohort(10_000 / SCALE, 5_000 / SCALE);
    const context = matchContext(cohort);
    return () => solve(candidateGraph(cohort, context));
  },
  solve: () => {
    const graph = makeGraph(SUITE.even ?? { students: 0, placements: 0, degree: 0 });
    return () => solveTotal(graph);
  },
};

const prepare = works[process.argv[2] ?? ""];
if (!prepare) throw new Error(`Say what to run: ${Object.keys(works).join(" or ")}.`);
const { ms } = timed(prepare());
console.log(JSON.stringify({ ms }));

// The goals of the matching engine, measured against peers on the same graphs in the same run: npm run bench:match.
import { matchContext } from "../support/match-context";
import { changeRows } from "./changes";
import { makeCohort } from "./cohort";
import { HUNDREDTH, LARGE, makeGraph, SUITE, TENTH } from "./graphs";
import { homesRows } from "./homes";
import { bytesOfArrays, medianOf, RUNS, SCALE, WARM_AFTER } from "./measure";
import { coldMedian } from "./measure-cold";
import { candidateGraph, type Solved, solve, solveTotal } from "./ours";
import { flow, highs } from "./peers/inside";
import { type Answer, lemon, scipy, writeGraph } from "./peers/outside";
import { responsiveRow } from "./responsive";
import { scoringRows } from "./scoring";
import { servedRows } from "./served";
import { begin, finish, report, say } from "./table";

say("Milliseconds of processor time, medians of at least 5 runs unless a row says otherwise.");
say("The last rows are the served product, by the clock.");
say("Warm is after 5 runs in one process. Every plan of ours has its certificate checked, gap 0.\n");
const peers = { scipy: scipy(), lemon: lemon() };
for (const { name, howToGet, solve: has } of Object.values(peers))
  if (!has) say(`${name} is not on this machine and its rows are skipped: ${howToGet}`);
say("What is missed, by how much and what was tried: docs/decisions/0017-speed-goals-that-are-missed.md\n");
begin();
proposeRows();
await responsiveRow();
scoringRows();
for (const name of Object.keys(SUITE)) suiteRows(name);
await smallRows();
changeRows();
largeRows();
await servedRows();
await homesRows();
finish("match");

function proposeRows(): void {
  const cohort = makeCohort(10_000 / SCALE, 5_000 / SCALE);
  const context = matchContext(cohort);
  const warm = medianOf(() => solve(candidateGraph(cohort, context)), { after: WARM_AFTER });
  report({ row: "score and solve 10k x 5k on the best 50 of each, warm", ours: warm, goal: 600 });
  report({
    row: "score and solve 10k x 5k on the best 50 of each, cold process",
    ours: coldMedian("propose"),
    goal: 1000,
  });
}

/** The same as peers solve, who know no floor; ours with the floor is printed apart. */
function suiteRows(name: string): void {
  const graph = makeGraph(SUITE[name] ?? TENTH);
  const ours = medianOf(() => solveTotal(graph), { after: WARM_AFTER });
  report({ row: `solve ${name}, with the highest floor`, ours: medianOf(() => solve(graph)) });
  const plan = solveTotal(graph);
  const file = writeGraph(graph);
  const isMain = name === "even";
  for (const [peer, goal] of [
    [peers.scipy, isMain ? 1 / 30 : 1] as const,
    [peers.lemon, isMain ? 1 / 4 : undefined] as const,
  ]) {
    const answer = peer.solve?.(file, RUNS);
    if (!answer) continue;
    checkSame(peer.name, answer, plan);
    const figure = { name: peer.name, figure: answer.ms };
    report({ row: `solve ${name}`, ours, peer: figure, goal });
    if (isMain && peer === peers.scipy)
      report({ row: "solve even, cold process", ours: coldMedian("solve"), peer: figure, goal: 1 / 12 });
  }
}

/** Peers that would need minutes or gigabytes for more. */
async function smallRows(): Promise<void> {
  const tenth = makeGraph(TENTH);
  const answer = await highs(tenth, RUNS);
  checkSame("HiGHS", answer, solveTotal(tenth));
  const ours = medianOf(() => solveTotal(tenth), { after: WARM_AFTER });
  report({ row: "solve 1k x 500", ours, peer: { name: "HiGHS-WASM", figure: answer.ms }, goal: 1 / 150 });
  const hundredth = makeGraph(HUNDREDTH);
  const flowed = flow(hundredth, RUNS);
  checkSame("min-cost-flow", flowed, solveTotal(hundredth));
  const ourSmall = medianOf(() => solveTotal(hundredth), { after: WARM_AFTER });
  report({ row: "solve 100 x 50", ours: ourSmall, peer: { name: "min-cost-flow", figure: flowed.ms } });
}

function largeRows(): void {
  const graph = makeGraph(LARGE);
  const plan = solveTotal(graph);
  const ms = medianOf(() => solveTotal(graph));
  const made = bytesOfArrays(() => solveTotal(graph)) / 2 ** 20;
  report({
    row: "arrays made for 100k x 50k, 5 M pairs",
    ours: made,
    unit: "MB",
    goal: 300,
    note: "all that are made",
  });
  const answer = peers.lemon.solve?.(writeGraph(graph), 1);
  if (!answer) return;
  checkSame(peers.lemon.name, answer, plan);
  const note = "peer once";
  report({ row: "solve 100k x 50k", ours: ms, peer: { name: peers.lemon.name, figure: answer.ms }, goal: 1 / 5, note });
}

function checkSame(name: string, peer: Answer, ours: Solved): void {
  if (peer.placed !== ours.placed || peer.total !== ours.total)
    throw new Error(`${name} says ${peer.placed}, ${peer.total}; ours is ${ours.placed}, ${ours.total}.`);
}

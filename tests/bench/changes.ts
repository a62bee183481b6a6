import { bestTotal } from "~/domain/matching/solver/best-total";
import { highestFloor } from "~/domain/matching/solver/floor";
import { askWhatIf, type WarmEdit } from "~/domain/matching/solver/resettle";
import { rowOf } from "~/domain/matching/solver/rows";
import { placesIn, type Warm, warmUp } from "~/domain/matching/solver/warm";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { whatIf } from "~/domain/matching/what-if";
import { matchContext } from "../support/match-context";
import { makeCohort } from "./cohort";
import { EVEN, makeGraph } from "./graphs";
import { median, percentile, SCALE } from "./measure";
import { randomBy } from "./random";
import { report } from "./table";

const ASKED = 200;
/** Of each question about one pair. */
const GOAL_MS = 25;

interface Pair {
  student: number;
  edge: number;
}

interface Plan {
  warm: Warm;
  /** Where everybody is before anything is asked. */
  before: Int32Array;
}

/** Locks and forbidden pairs drawn by seed, each asked of the same plan: by the clock, since one takes few milliseconds. */
export function changeRows(): void {
  const warm = warmGraph();
  const plan = { warm, before: placesIn(warm.standing) };
  const { graph } = warm.standing;
  const total = totalOf(graph, plan.before);
  const random = randomBy(3);
  const locks = Array.from({ length: ASKED }, () => {
    const student = Math.floor(random() * graph.students);
    const first = graph.start[student] as number;
    const edge = first + Math.floor(random() * ((graph.start[student + 1] as number) - first));
    return lock(plan, { student, edge });
  }).flatMap((answer) => answer ?? []);
  const forbids = Array.from({ length: ASKED }, () => forbid(plan, Math.floor(random() * graph.students))).flatMap(
    (answer) => answer ?? [],
  );
  for (const [kind, asked] of Object.entries({ lock: locks, forbid: forbids })) changeRowsOf(kind, asked, graph);
  const moved = median(locks.map((answer) => answer.moved));
  report({ row: "other students moved by a lock, median", ours: moved, unit: "", goal: 4 });
  const loss = median(locks.map((answer) => (100 * (total - answer.total)) / total));
  report({ row: "loss of total by a lock, median, %", ours: loss, unit: "", goal: 0.001 });
  report({
    row: "other students moved by a forbid, median",
    ours: median(forbids.map(({ moved }) => moved)),
    unit: "",
  });
  productRows();
}

function changeRowsOf(kind: string, asked: readonly { ms: number }[], graph: Warm["standing"]["graph"]): void {
  const taken = asked.map(({ ms }) => ms);
  const row = `${kind} ${graph.students} x ${graph.placements}`;
  report({ row: `${row}, p95`, ours: percentile(taken, 0.95), goal: GOAL_MS });
  report({ row: `${row}, p50`, ours: median(taken) });
}

/** Null for a pair that is in the plan already, or whose placement has no seat. */
function lock({ warm, before }: Plan, { student, edge }: Pair) {
  const { graph } = warm.standing;
  const place = graph.place[edge] as number;
  const weight = graph.weight[edge] as number;
  const seats = graph.seats[place] as number;
  if (seats === 0 || before[student] === place) return null;
  const edit = { rows: new Map([[student, []]]), seats: new Map([[place, seats - 1]]), ceiling: weight, fixes: 1 };
  const answer = ask({ warm, before }, edit, student);
  return { ...answer, total: answer.total + weight };
}

/** The student's pair of the plan is taken away, as a coordinator rules it out; null for a student without one. */
function forbid({ warm, before }: Plan, student: number) {
  const { graph } = warm.standing;
  const place = before[student] as number;
  if (place < 0) return null;
  const row = rowOf(graph, student).filter((edge) => edge.place !== place);
  const edit = { rows: new Map([[student, row]]), seats: new Map(), ceiling: Number.POSITIVE_INFINITY, fixes: 0 };
  return ask({ warm, before }, edit, student);
}

function ask({ warm, before }: Plan, edit: WarmEdit, student: number) {
  const start = performance.now();
  const places = askWhatIf(warm, edit, (after) => placesIn(after.standing));
  const ms = performance.now() - start;
  const moved = places.filter((at, s) => s !== student && at !== before[s]).length;
  return { ms, moved, total: totalOf(warm.standing.graph, places) };
}

function warmGraph(): Warm {
  const graph = makeGraph(EVEN);
  const { placed, floor } = highestFloor(graph);
  const { holding } = bestTotal(graph, { placed, floor: floor ?? Number.NEGATIVE_INFINITY });
  const places = holding.edgeOf.map((edge) => (edge < 0 ? -1 : (graph.place[edge] as number)));
  return warmUp({ graph, places, placed, floor });
}

function totalOf({ start, place, weight }: Warm["standing"]["graph"], places: Int32Array): number {
  return places.reduce((sum, at, s) => {
    const row = place.subarray(start[s], start[s + 1]).indexOf(at);
    return at < 0 || row < 0 ? sum : sum + (weight[(start[s] as number) + row] as number);
  }, 0);
}

/** The whole question as the product asks it, with scores, refusals and names of who moves. */
function productRows(): void {
  const { students, placements } = makeCohort(300 / Math.min(SCALE, 5), 200 / Math.min(SCALE, 5));
  const context = matchContext({ placements });
  const plan = openWarmPlan({ students, placements, context, seed: 1 });
  if (!plan.ok) throw new Error(plan.reason);
  const { rows } = plan.value;
  const first = students.flatMap(
    ({ id }) =>
      rows
        .get(id)
        ?.edges.slice(0, 1)
        .map((edge) => [id, edge.listingId]) ?? [],
  );
  const planned = plan.value.plan.assignments.map(({ studentId, listingId }) => [studentId, listingId]);
  for (const [kind, pairs] of [
    ["lock", first],
    ["forbid", planned],
  ] as const) {
    const taken = pairs.map(([studentId = "", listingId = ""]) => {
      const start = performance.now();
      whatIf(plan.value, [{ kind, studentId, listingId }]);
      return performance.now() - start;
    });
    const row = `what if a pair is ${kind === "lock" ? "locked" : "forbidden"}, as the product asks it, 300 x 200, p95`;
    report({ row, ours: percentile(taken, 0.95), goal: GOAL_MS });
  }
}

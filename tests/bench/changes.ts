import { matchContext } from "~/domain/matching/context";
import { bestTotal } from "~/domain/matching/solver/best-total";
import { highestFloor } from "~/domain/matching/solver/floor";
import { askWhatIf } from "~/domain/matching/solver/resettle";
import { placesIn, type Warm, warmUp } from "~/domain/matching/solver/warm";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { whatIf } from "~/domain/matching/what-if";
import { makeCohort } from "./cohort";
import { EVEN, makeGraph } from "./graphs";
import { median, percentile, SCALE } from "./measure";
import { randomBy } from "./random";
import { report } from "./table";

const LOCKS = 200;

/** Locks drawn by seed, each asked of the same plan: by the clock, since one takes few milliseconds. */
export function changeRows(): void {
  const warm = warmGraph();
  const { graph } = warm.standing;
  const before = placesIn(warm.standing);
  const total = totalOf(graph, before);
  const random = randomBy(3);
  const asked = Array.from({ length: LOCKS }, () => {
    const student = Math.floor(random() * graph.students);
    const first = graph.start[student] as number;
    return lock(warm, { student, edge: first + Math.floor(random() * ((graph.start[student + 1] as number) - first)) });
  }).flatMap((answer) => answer ?? []);
  const size = `${graph.students} x ${graph.placements}`;
  report({
    row: `lock ${size}, p95`,
    ours: percentile(
      asked.map(({ ms }) => ms),
      0.95,
    ),
    goal: 25,
  });
  report({ row: `lock ${size}, p50`, ours: median(asked.map(({ ms }) => ms)) });
  const moved = median(asked.map((answer) => answer.moved));
  report({ row: "other students moved by a lock, median", ours: moved, unit: "", goal: 4 });
  const loss = median(asked.map((answer) => (100 * (total - answer.total)) / total));
  report({ row: "loss of total by a lock, median, %", ours: loss, unit: "", goal: 0.001 });
  productRow();

  function lock(from: Warm, { student, edge }: { student: number; edge: number }) {
    const place = graph.place[edge] as number;
    const weight = graph.weight[edge] as number;
    const seats = graph.seats[place] as number;
    if (seats === 0 || before[student] === place) return null;
    const edit = { rows: new Map([[student, []]]), seats: new Map([[place, seats - 1]]), ceiling: weight, fixes: 1 };
    const start = performance.now();
    const places = askWhatIf(from, edit, (after) => placesIn(after.standing));
    const ms = performance.now() - start;
    const others = places.filter((at, s) => s !== student && at !== before[s]).length;
    return { ms, moved: others, total: weight + totalOf(graph, places) };
  }
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
function productRow(): void {
  const { students, placements } = makeCohort(300 / Math.min(SCALE, 5), 200 / Math.min(SCALE, 5));
  const context = matchContext({ placements });
  const plan = openWarmPlan({ students, placements, context, seed: 1 });
  if (!plan.ok) throw new Error(plan.reason);
  const { rows } = plan.value;
  const taken = students.flatMap(({ id }) => {
    const edge = rows.get(id)?.edges[0];
    if (!edge) return [];
    const start = performance.now();
    whatIf(plan.value, [{ kind: "lock", studentId: id, listingId: edge.listingId }]);
    return performance.now() - start;
  });
  report({ row: "what if, as the product asks it, 300 x 200, p95", ours: percentile(taken, 0.95), goal: 50 });
}

import type { MatchGraph } from "./graph";
import { emptyHolding, type Holding, sit } from "./holding";
import { placeMost } from "./place-most";
import { cheapestPlace } from "./prices";
import type { Standing } from "./standing";

/**
 * As many students as possible on tight pairs alone (no slack at these prices), starting from those of `edgeOf` that
 * are. With many equal weights this seats nearly everybody at once; paths one by one would take long.
 */
export function startOnTightPairs(standing: Standing, edgeOf: Int32Array): void {
  const { graph, holding } = standing;
  const tight = tightGraph(standing);
  const seated = emptyHolding(tight.graph);
  for (let s = 0; s < graph.students; s += 1) {
    const at = tight.at(s, edgeOf[s] as number);
    if (at >= 0) sit(seated, { student: s, edge: at, place: tight.graph.place[at] as number });
  }
  placeMost(tight.graph, seated, { end: tight.graph.start.subarray(1) });
  takeOver(holding, seated, tight);
}

interface TightGraph {
  graph: MatchGraph;
  /** The edge of the whole graph that each tight edge is. */
  whole: Int32Array;
  at: (student: number, edge: number) => number;
}

function tightGraph({ graph, end, prices, holding }: Standing): TightGraph {
  const { students, placements, start: rows, place: places, value, ahead } = graph;
  const { student: a, place: b, bonus } = prices;
  const cheapest = cheapestPlace({ holding, prices });
  const start = new Int32Array(students + 1);
  const whole = new Int32Array(places.length);
  let count = 0;
  for (let s = 0; s < students; s += 1) {
    const price = (a[s] as number) - bonus;
    const least = price + cheapest;
    for (let e = rows[s] as number; e < (end[s] as number) && (ahead[e] as number) >= least; e += 1)
      if (price + (b[places[e] as number] as number) === value[e]) whole[count++] = e;
    start[s + 1] = count;
  }
  const edges = whole.subarray(0, count);
  const place = Int32Array.from(edges, (e) => places[e] as number);
  const graphOfTight: MatchGraph = {
    students,
    placements,
    start,
    place,
    weight: place,
    value: place,
    ahead: place,
    seats: holding.seats,
  };
  const at = (student: number, edge: number) => {
    if (edge < 0) return -1;
    const found = edges.subarray(start[student], start[student + 1]).indexOf(edge);
    return found < 0 ? -1 : (start[student] as number) + found;
  };
  return { graph: graphOfTight, whole: edges, at };
}

function takeOver(holding: Holding, seated: Holding, { whole, graph }: TightGraph): void {
  seated.edgeOf.forEach((edge, student) => {
    if (edge >= 0) sit(holding, { student, edge: whole[edge] as number, place: graph.place[edge] as number });
  });
}

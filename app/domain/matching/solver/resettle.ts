import { bestTotal } from "./best-total";
import { rowEnds } from "./graph";
import { copyHolding, type Holding, stand } from "./holding";
import { placeMore } from "./place-more";
import { setStudentPrices } from "./prices";
import { copyRows, edgeTo, fitsRow, type RowEdge, type Rows, replaceRows, rowOf, rowsIn, writeRow } from "./rows";
import { settlePlacements } from "./settle-placements";
import { settleStudents } from "./settle-students";
import type { Standing } from "./standing";
import { placesIn, seated, type Warm } from "./warm";
import { aimAround, OPEN } from "./warm-aim";

export interface WarmEdit {
  /** Whole new rows of some students. */
  rows: ReadonlyMap<number, readonly RowEdge[]>;
  /** Seats of some placements. */
  seats: ReadonlyMap<number, number>;
  /** Lowest weight of the pairs that stay outside the graph; infinite without. */
  ceiling: number;
  /**
   * Set when the edit only takes ways away, apart from so many students whom it fixes on pairs that were open: while as many
   * as before are placed, with them, the floor cannot rise. Absent when it may.
   */
  fixes?: number;
}

/** The plan after an edit, from the one before: the same exact lexicographic best as from nothing. */
export function resettle(from: Warm, edit: WarmEdit): Warm {
  const { graph } = from.standing;
  if (![...edit.rows].every(([student, row]) => fitsRow(graph, student, row)))
    return settleAnew(from, { rows: rowsIn(replaceRows(graph, edit.rows)), places: placesIn(from.standing) }, edit);
  const rows = copyRows({ ...from, graph });
  const places = placesIn(from.standing);
  for (const [student, row] of edit.rows) writeRow(rows, student, row);
  return settle(from, { rows, places }, edit);
}

/** What `read` makes of the plan after an edit; the plan stays as it is. Rows are written where they lie, and back. */
export function askWhatIf<Answer>(from: Warm, edit: WarmEdit, read: (after: Warm) => Answer): Answer {
  const { graph } = from.standing;
  if (![...edit.rows].every(([student, row]) => fitsRow(graph, student, row))) return read(resettle(from, edit));
  const rows: Rows = { ...from, graph };
  const places = placesIn(from.standing);
  const before = [...edit.rows.keys()].map((student) => [student, rowOf(graph, student)] as const);
  for (const [student, row] of edit.rows) writeRow(rows, student, row);
  try {
    return read(settle(from, { rows, places }, edit));
  } finally {
    for (const [student, row] of before) writeRow(rows, student, row);
  }
}

/** The rows after an edit, and where everybody sat before it. */
interface Edited {
  rows: Rows;
  places: Int32Array;
}

/** From the seats and prices there are: only edited rows ask anew, at the floor there was. */
function settle(from: Warm, { rows, places }: Edited, edit: WarmEdit): Warm {
  const { floor } = from;
  const { holding: sitting } = from.standing;
  const slots = (p: number) => (sitting.first[p + 1] as number) - (sitting.first[p] as number);
  const pairsAt = (p: number) => (rows.columns.start[p + 1] as number) - (rows.columns.start[p] as number);
  const isRoomy = [...edit.seats].every(([p, seats]) => Math.min(seats, pairsAt(p) + 1) <= slots(p));
  if (floor === null || edit.ceiling < floor || !isRoomy) return settleAnew(from, { rows, places }, edit);
  const graph = { ...rows.graph, seats: withSeats(from.standing.graph.seats, edit) };
  const holding = copyHolding(sitting);
  for (const [p, seats] of edit.seats) {
    holding.seats[p] = Math.min(seats, slots(p));
    while ((holding.held[p] as number) > seats) stand(holding, lastHolder(holding, p), p);
  }
  const end = from.standing.end.slice();
  const { place, student, bonus } = from.standing.prices;
  const standing: Standing = { graph, end, holding, prices: { place: place.slice(), student: student.slice(), bonus } };
  const ends = rowEnds(graph, floor);
  for (const s of edit.rows.keys()) {
    end[s] = ends[s] as number;
    askAnew(standing, s, places[s] as number);
  }
  settleStudents(standing);
  settlePlacements(standing, rows.columns);
  const settled = { ...from, ...rows, standing, ceiling: edit.ceiling };
  const { placed } = holding;
  // With those whom it fixes this is a plan of the graph before, so neither number nor floor can be beaten.
  const isWithin = edit.fixes !== undefined && edit.ceiling <= from.ceiling;
  if (isWithin && placed > 0 && placed + (edit.fixes ?? 0) >= from.placed) return { ...settled, placed };
  return reachAim(settled, floor);
}

/** The row's price at what placements ask; whoever could do better than where they sit stands up. */
function askAnew({ graph, end, holding, prices }: Standing, s: number, place: number): void {
  const own = edgeTo(graph, s, place);
  const isSitting = (holding.edgeOf[s] as number) >= 0;
  let best = 0;
  for (let e = graph.start[s] as number; e < (end[s] as number); e += 1)
    best = Math.max(
      best,
      (graph.value[e] as number) + prices.bonus - (prices.place[graph.place[e] as number] as number),
    );
  prices.student[s] = best;
  if (!isSitting) return;
  const isTight =
    own >= 0 &&
    own < (end[s] as number) &&
    (graph.value[own] as number) + prices.bonus - (prices.place[place] as number) === best;
  if (isTight) holding.edgeOf[s] = own;
  else stand(holding, s, place);
}

/** Rows or floor are others altogether: everybody asks anew. */
function settleAnew(from: Warm, { rows, places }: Edited, edit: WarmEdit): Warm {
  const graph = { ...rows.graph, seats: withSeats(from.standing.graph.seats, edit) };
  const holding = seated(graph, places);
  const { place, student, bonus } = from.standing.prices;
  const standing: Standing = {
    graph,
    end: rowEnds(graph, OPEN),
    holding,
    prices: { place: place.slice(), student: student.slice(), bonus },
  };
  return reachAim({ ...from, ...rows, standing, ceiling: edit.ceiling }, null);
}

/** The largest number and the highest floor, then the best total for them; `pricedAt` is the floor that the prices fit. */
function reachAim(from: Warm, pricedAt: number | null): Warm {
  const { standing, floor, ceiling } = from;
  const { graph, holding } = standing;
  const aim = aimAround(graph, { holding, floor, ceiling });
  if (aim.placed === 0) {
    const idle = bestTotal(graph, { placed: 0, floor: OPEN });
    return { ...from, ...aim, standing: { ...idle, holding: seated(graph, new Int32Array(graph.students).fill(-1)) } };
  }
  if (aim.floor !== pricedAt) {
    standing.end = rowEnds(graph, aim.floor ?? OPEN);
    setStudentPrices(standing);
    keepTight(standing);
    settleStudents(standing);
    settlePlacements(standing, from.columns);
  }
  placeMore(standing, aim.placed);
  return { ...from, ...aim };
}

/** Whoever could do better at these prices stands up and asks anew. */
function keepTight({ graph, end, holding, prices }: Standing): void {
  const { value, place } = graph;
  for (let s = 0; s < graph.students; s += 1) {
    const own = holding.edgeOf[s] as number;
    if (own < 0) continue;
    const p = place[own] as number;
    const profit = (value[own] as number) + prices.bonus - (prices.place[p] as number);
    if (own >= (end[s] as number) || profit !== prices.student[s]) stand(holding, s, p);
  }
}

function withSeats(before: Int32Array, { seats }: WarmEdit): Int32Array {
  const after = before.slice();
  for (const [p, count] of seats) after[p] = count;
  return after;
}

function lastHolder({ first, held, student }: Holding, p: number): number {
  return student[(first[p] as number) + (held[p] as number) - 1] as number;
}

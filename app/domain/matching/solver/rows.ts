import { type Columns, columnsOf } from "./columns";
import { LOWEST } from "./floor";
import { type MatchGraph, withValues } from "./graph";
import { renewHighestAhead } from "./highest-ahead";

/** One pair of a row. A shut one weighs `LOWEST` and keeps its slot, so that it can be opened again. */
export interface RowEdge {
  place: number;
  weight: number;
  value: number;
}

/** A graph by rows and by columns whose rows can be written anew where they lie. */
export interface Rows {
  graph: MatchGraph;
  columns: Columns;
  /** Where each edge stands among the columns. */
  columnAt: Int32Array;
}

export function rowsIn(graph: MatchGraph): Rows {
  const columns = columnsOf(graph);
  const columnAt = new Int32Array(graph.place.length);
  columns.edge.forEach((edge, at) => {
    columnAt[edge] = at;
  });
  return { graph, columns, columnAt };
}

/** A copy that shares nothing that writing changes. */
export function copyRows({ graph, columns, columnAt }: Rows): Rows {
  return {
    graph: {
      ...graph,
      place: graph.place.slice(),
      weight: graph.weight.slice(),
      value: graph.value.slice(),
      ahead: graph.ahead.slice(),
    },
    columns: { ...columns, edge: columns.edge.slice(), value: columns.value.slice(), ahead: columns.ahead.slice() },
    columnAt: columnAt.slice(),
  };
}

export function rowOf({ start, place, weight, value }: MatchGraph, student: number): RowEdge[] {
  const row: RowEdge[] = [];
  for (let e = start[student] as number; e < (start[student + 1] as number); e += 1)
    row.push({ place: place[e] as number, weight: weight[e] as number, value: value[e] as number });
  return row;
}

/** Whether every pair of a new row has a slot in the row there is. */
export function fitsRow({ start, place }: MatchGraph, student: number, row: readonly RowEdge[]): boolean {
  const slots = place.subarray(start[student], start[student + 1]);
  return row.every((edge) => slots.includes(edge.place));
}

/** Writes a row that fits, in any order; pairs that are not in it are shut. */
export function writeRow({ graph, columns, columnAt }: Rows, student: number, row: readonly RowEdge[]): void {
  const first = graph.start[student] as number;
  const old = rowOf(graph, student);
  const columnOf = new Map(old.map(({ place }, at) => [place, columnAt[first + at] as number]));
  const open = new Set(row.map(({ place }) => place));
  const shut = old.flatMap((edge) => (open.has(edge.place) ? [] : { ...edge, weight: LOWEST }));
  for (const [at, edge] of [...row, ...shut].sort(byWeight).entries()) {
    const e = first + at;
    graph.place[e] = edge.place;
    graph.weight[e] = edge.weight;
    graph.value[e] = edge.value;
    const column = columnOf.get(edge.place) as number;
    columns.edge[column] = e;
    columns.value[column] = edge.value;
    columnAt[e] = column;
  }
  renewHighestAhead(graph.ahead, graph.value, { start: graph.start, segment: student });
  for (const { place } of old)
    renewHighestAhead(columns.ahead, columns.value, { start: columns.start, segment: place });
}

/** The same graph with other rows, of whatever pairs; shut slots of these rows are gone. */
export function replaceRows(graph: MatchGraph, rows: ReadonlyMap<number, readonly RowEdge[]>): MatchGraph {
  const { students } = graph;
  const start = new Int32Array(students + 1);
  for (let s = 0; s < students; s += 1) {
    const length = rows.get(s)?.length ?? (graph.start[s + 1] as number) - (graph.start[s] as number);
    start[s + 1] = (start[s] as number) + length;
  }
  const count = start[students] as number;
  const made = { place: new Int32Array(count), weight: new Int32Array(count), value: new Int32Array(count) };
  let from = 0;
  for (const s of [...rows.keys(), students].sort((a, b) => a - b)) {
    // Everybody between two replaced rows in one go.
    const [first, last] = [graph.start[from] as number, graph.start[s] as number];
    for (const key of ["place", "weight", "value"] as const)
      made[key].set(graph[key].subarray(first, last), start[from] as number);
    const row = [...(rows.get(s) ?? [])].sort(byWeight);
    for (let at = 0, e = start[s] as number; at < row.length; at += 1, e += 1) {
      const { place, weight, value } = row[at] as RowEdge;
      made.place[e] = place;
      made.weight[e] = weight;
      made.value[e] = value;
    }
    from = s + 1;
  }
  const { value, ...pairs } = made;
  return withValues({ ...graph, start, ...pairs }, value);
}

/** The open edge of this student to this placement, -1 for none. */
export function edgeTo({ start, place, weight }: MatchGraph, student: number, to: number): number {
  for (let e = start[student] as number; e < (start[student + 1] as number); e += 1)
    if (place[e] === to) return weight[e] === LOWEST ? -1 : e;
  return -1;
}

function byWeight(a: RowEdge, b: RowEdge): number {
  return b.weight - a.weight || a.place - b.place;
}

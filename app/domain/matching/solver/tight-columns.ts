import type { Columns } from "./columns";
import { sit, stand } from "./holding";
import type { Standing } from "./standing";

interface Walk {
  seen: Uint8Array;
  at: Int32Array;
  path: Int32Array;
}

/**
 * Fills placements along disjoint alternating paths of tight pairs: from students without a seat, or from placements
 * with price zero, which can spare one. The mirror of `seatOnTightPaths`.
 */
export function fillOnTightPaths(standing: Standing, columns: Columns, sources: readonly number[]): void {
  const { placements } = standing.graph;
  const walk: Walk = {
    seen: new Uint8Array(placements),
    at: columns.start.slice(0, placements),
    path: new Int32Array(placements),
  };
  const { held, seats } = standing.holding;
  for (const source of sources) {
    walk.seen[source] = 1;
    while ((standing.prices.place[source] as number) > 0 && (held[source] as number) < (seats[source] as number))
      if (!fill(standing, { columns, walk, source })) break;
  }
}

/** Depth first from a placement to somebody who comes; on success everybody on the path moves one nearer. */
function fill(
  standing: Standing,
  { columns, walk, source }: { columns: Columns; walk: Walk; source: number },
): boolean {
  const { graph, holding, prices } = standing;
  const { at, path, seen } = walk;
  path[0] = source;
  for (let depth = 0; depth >= 0; ) {
    const p = path[depth] as number;
    const found = nextTight(standing, columns, { at, place: p });
    if (found < 0) {
      depth -= 1;
      continue;
    }
    const own = holding.edgeOf[columns.student[found] as number] as number;
    if (own < 0) return bring(standing, columns, { walk, depth });
    const from = graph.place[own] as number;
    if (from === p || seen[from]) continue;
    seen[from] = 1;
    if (prices.place[from] === 0) return bring(standing, columns, { walk, depth });
    depth += 1;
    path[depth] = from;
  }
  return false;
}

/** The next tight pair of this placement, which is left at `at - 1`; -1 for none. */
function nextTight(
  { end, prices }: Standing,
  columns: Columns,
  { at, place }: { at: Int32Array; place: number },
): number {
  const target = (prices.place[place] as number) - prices.bonus;
  const stop = columns.start[place + 1] as number;
  for (let column = at[place] as number; column < stop; column += 1) {
    if ((columns.ahead[column] as number) < target) break;
    const s = columns.student[column] as number;
    if (target + (prices.student[s] as number) !== columns.value[column]) continue;
    if ((columns.edge[column] as number) >= (end[s] as number)) continue;
    at[place] = column + 1;
    return column;
  }
  at[place] = stop;
  return -1;
}

/** The students that the path leads over leave their placements, then each sits at the placement that found them. */
function bring({ graph, holding }: Standing, columns: Columns, { walk, depth }: { walk: Walk; depth: number }): true {
  const columnAt = (level: number) => (walk.at[walk.path[level] as number] as number) - 1;
  for (let level = depth; level >= 0; level -= 1) {
    const s = columns.student[columnAt(level)] as number;
    const own = holding.edgeOf[s] as number;
    if (own >= 0) stand(holding, s, graph.place[own] as number);
  }
  for (let level = depth; level >= 0; level -= 1) {
    const column = columnAt(level);
    const student = columns.student[column] as number;
    sit(holding, { student, edge: columns.edge[column] as number, place: walk.path[level] as number });
  }
  return true;
}

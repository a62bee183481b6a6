import type { MatchGraph } from "./graph";
import { sit, stand } from "./holding";
import type { Standing } from "./standing";

/** Marks of one round of depth-first search: every placement is entered once, whichever student led there. */
export interface TightPaths {
  seen: Uint8Array;
  edgeAt: Int32Array;
  slotAt: Int32Array;
  path: Int32Array;
  /** The placement that the student at this depth has entered, -1 for none. */
  inside: Int32Array;
}

export function newTightPaths({ students, placements }: MatchGraph): TightPaths {
  return {
    seen: new Uint8Array(placements),
    edgeAt: new Int32Array(students),
    slotAt: new Int32Array(placements),
    path: new Int32Array(students + 1),
    inside: new Int32Array(students + 1),
  };
}

/** Whether paths may also end with somebody who leaves a seat because no place is as good to them. */
export type Ending = "leave" | "stay";

/**
 * Seats sources along disjoint alternating paths of tight pairs to free seats, or with `leave` to the seats of students
 * with price zero. Returns how many found one. Sources with price zero are content without when leaving is allowed.
 */
export function seatOnTightPaths(
  standing: Standing,
  marks: TightPaths,
  { sources, ending, cheapest }: { sources: Int32Array; ending: Ending; cheapest: number },
): number {
  const { holding, prices, graph } = standing;
  marks.seen.fill(0);
  marks.slotAt.fill(0);
  marks.edgeAt.set(graph.start.subarray(0, graph.students));
  let seated = 0;
  for (const source of sources) {
    if ((holding.edgeOf[source] as number) >= 0 || (ending === "leave" && prices.student[source] === 0)) continue;
    if (walk(standing, marks, { source, ending, cheapest })) seated += 1;
  }
  return seated;
}

function walk(
  standing: Standing,
  marks: TightPaths,
  { source, ending, cheapest }: { source: number; ending: Ending; cheapest: number },
): boolean {
  const { holding, prices } = standing;
  const { held, seats, first, student: holder } = holding;
  const { slotAt, path, inside } = marks;
  path[0] = source;
  inside[0] = -1;
  for (let depth = 0; depth >= 0; ) {
    let p = inside[depth] as number;
    if (p < 0) {
      p = enter(standing, marks, { student: path[depth] as number, cheapest });
      if (p < 0) {
        depth -= 1;
        continue;
      }
      inside[depth] = p;
      if ((held[p] as number) < (seats[p] as number)) return moveOn(standing, marks, depth);
    }
    const slot = slotAt[p] as number;
    if (slot >= (held[p] as number)) {
      inside[depth] = -1;
      continue;
    }
    slotAt[p] = slot + 1;
    const next = holder[(first[p] as number) + slot] as number;
    if (ending === "leave" && prices.student[next] === 0) {
      stand(holding, next, p);
      return moveOn(standing, marks, depth);
    }
    depth += 1;
    path[depth] = next;
    inside[depth] = -1;
  }
  return false;
}

/** The next placement on a tight pair of the student that nobody has entered yet, -1 for none; the pair is left at `edgeAt - 1`. */
function enter(
  { graph, end, prices }: Standing,
  { seen, edgeAt }: TightPaths,
  { student, cheapest }: { student: number; cheapest: number },
): number {
  const { place, value, ahead } = graph;
  const target = (prices.student[student] as number) - prices.bonus;
  const stop = end[student] as number;
  for (let edge = edgeAt[student] as number; edge < stop && (ahead[edge] as number) >= target + cheapest; edge += 1) {
    const p = place[edge] as number;
    if (seen[p] || target + (prices.place[p] as number) !== value[edge]) continue;
    seen[p] = 1;
    edgeAt[student] = edge + 1;
    return p;
  }
  edgeAt[student] = stop;
  return -1;
}

/** From the last student back to the source, each takes the seat their pair leads to. */
function moveOn({ graph, holding }: Standing, { path, edgeAt }: TightPaths, depth: number): true {
  for (let at = depth; at >= 0; at -= 1) {
    const s = path[at] as number;
    const edge = (edgeAt[s] as number) - 1;
    const old = holding.edgeOf[s] as number;
    if (old >= 0) stand(holding, s, graph.place[old] as number);
    sit(holding, { student: s, edge, place: graph.place[edge] as number });
  }
  return true;
}

import { dropBelow, type FloorAim, floorFor, LOWEST } from "./floor";
import { type MatchGraph, rowEnds } from "./graph";
import { copyHolding, type Holding } from "./holding";
import { placeMost } from "./place-most";

/** The lowest weight of a pair that is open. */
export const OPEN = LOWEST + 1;

export interface WarmAim {
  placed: number;
  floor: number | null;
}

/** Number and floor that can be reached, looked for around the floor there was, from whoever sits already. */
export function aimAround(
  graph: MatchGraph,
  { holding, floor, ceiling }: { holding: Holding; floor: number | null; ceiling: number },
): WarmAim {
  const most = copyHolding(holding);
  placeMost(graph, most, { end: rowEnds(graph, OPEN) });
  const { placed } = most;
  const aim: FloorAim = { placed, ceiling, start: most };
  if (placed === 0 || floor === null) return numbersOf(floorFor(graph, aim));
  const near = Math.min(floor, ceiling);
  if (!reaches(graph, { holding, placed, floor: near })) return numbersOf(floorFor(graph, { ...aim, bound: near }));
  const next = Math.min(nextWeight(graph, near), ceiling);
  if (next <= near || !reaches(graph, { holding, placed, floor: next })) return { placed, floor: near };
  return numbersOf(floorFor(graph, aim));
}

/** The lowest weight above this one, infinite for none. */
function nextWeight(graph: MatchGraph, above: number): number {
  const end = rowEnds(graph, above + 1);
  let next = Number.POSITIVE_INFINITY;
  for (let s = 0; s < graph.students; s += 1) {
    const last = (end[s] as number) - 1;
    if (last >= (graph.start[s] as number)) next = Math.min(next, graph.weight[last] as number);
  }
  return next;
}

function reaches(
  graph: MatchGraph,
  { holding, placed, floor }: { holding: Holding; placed: number; floor: number },
): boolean {
  const trial = copyHolding(holding);
  dropBelow(graph, trial, floor);
  placeMost(graph, trial, { end: rowEnds(graph, floor) });
  return trial.placed === placed;
}

function numbersOf({ placed, floor }: WarmAim): WarmAim {
  return { placed, floor };
}

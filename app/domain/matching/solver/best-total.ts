import { auction, shutWithoutSeats } from "./auction";
import { type Columns, columnsOf } from "./columns";
import { type MatchGraph, rowEnds } from "./graph";
import { emptyHolding } from "./holding";
import { placeMore } from "./place-more";
import { type Prices, setStudentPrices } from "./prices";
import { settlePlacements } from "./settle-placements";
import { settleStudents } from "./settle-students";
import type { Standing } from "./standing";
import { startOnTightPairs } from "./tight-start";

export interface Aim {
  /** The largest number that can be placed on pairs of at least the floor. */
  placed: number;
  floor: number;
}

/** With fewer distinct values than this an auction only stirs ties; tight paths sort them out at once. */
const FEW_VALUES = 64;

/**
 * The plan with the best total among those that place so many on pairs of at least the floor, with prices that prove it
 * (`certificateFaults`). An auction brings the prices near, shortest paths make them exact.
 */
export function bestTotal(graph: MatchGraph, aim: Aim): Standing {
  const end = rowEnds(graph, aim.floor);
  const holding = emptyHolding(graph);
  const { top, bottom } = rangeOf(graph, end);
  // The lowest pair is worth one point: with more, students whom no seat is left for would bid each other up.
  const prices: Prices = {
    student: new Float64Array(graph.students),
    place: new Float64Array(graph.placements),
    bonus: 1 - bottom,
  };
  const standing: Standing = { graph, end, holding, prices };
  if (aim.placed === 0) {
    shutWithoutSeats(graph, prices, top);
    return standing;
  }
  const columns = columnsOf(graph);
  let edgeOf: Int32Array = holding.edgeOf.slice();
  if (top - bottom < FEW_VALUES) shutWithoutSeats(graph, prices, top);
  else edgeOf = auction(graph, { ...standing, columns, placed: aim.placed, top, bottom });
  setStudentPrices(standing);
  startOnTightPairs(standing, edgeOf);
  makeExact(standing, aim.placed, columns);
  return standing;
}

/**
 * From any prices, with held pairs tight, to a plan of this size and its proof. Every step keeps each pair covered; the
 * three ends are in this order, because each step needs and keeps what those before it reached.
 */
function makeExact(standing: Standing, placed: number, columns: Columns): void {
  settleStudents(standing);
  settlePlacements(standing, columns);
  placeMore(standing, placed);
}

function rangeOf({ students, start, value }: MatchGraph, end: Int32Array): { top: number; bottom: number } {
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (let s = 0; s < students; s += 1)
    for (let e = start[s] as number; e < (end[s] as number); e += 1) {
      top = Math.max(top, value[e] as number);
      bottom = Math.min(bottom, value[e] as number);
    }
  return top < bottom ? { top: 0, bottom: 0 } : { top, bottom };
}

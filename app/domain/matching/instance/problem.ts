import { graphOf, type MatchGraph } from "../solver/graph";
import type { Preferences } from "../solver/preferences";
import type { InstanceTable, PairColumns, Positions } from "./instance";
import { isAccepted, mutualPairs, type Orders, preferencesOf, type RankedTiers, rankedTiers } from "./ranked-tiers";
import { seededOrder } from "./seeded-order";

/**
 * An instance as a graph of what is still free: without locked students or, where a student may have several placements,
 * without locked pairs; without the seats that locks hold, and without forbidden pairs.
 * Positions in the graph are the seeded order of ids, so neither the order of the file nor that of rows shows.
 */
export interface Problem {
  table: InstanceTable;
  orders: Orders;
  graph: MatchGraph;
  tiers: RankedTiers;
  preferences: Preferences;
  locked: readonly LockedPair[];
}

/** In positions of the graph. `weight` is null when the instance has no pairs. */
export interface LockedPair extends Positions {
  weight: number | null;
}

/**
 * `all` pairs of the instance, or only those that both rankings accept; a locked student has their lock `only`, or `more`
 * beside it.
 */
export function problemOf(
  table: InstanceTable,
  given: { seed: number; pairs: "all" | "accepted"; beside?: "only" | "more" },
): Problem {
  const orders: Orders = {
    students: seededOrder(table.students.ids, given.seed),
    placements: seededOrder(table.placements.ids, given.seed),
  };
  const { students, placements } = orders;
  const tiers = rankedTiers(table, orders);
  const pairs = table.pairs ? reordered(table.pairs, orders) : mutualPairs(tiers);
  const locks = table.locks.map((pair) => inOrder(pair, orders));
  const shut = shutPairs(table, orders);
  const width = placements.ids.length;
  const lockAt = new Map(locks.map(({ student, place }, at) => [student * width + place, at]));
  const hasLock = new Set(given.beside === "more" ? [] : locks.map(({ student }) => student));
  const weightOf = new Map<number, number>();
  const keep = (student: number, place: number, weight: number) => {
    const lock = lockAt.size > 0 ? lockAt.get(student * width + place) : undefined;
    if (lock !== undefined) weightOf.set(lock, weight);
    if (lock !== undefined || hasLock.has(student) || shut(student, place)) return false;
    return given.pairs === "all" || isAccepted(tiers, { student, place });
  };
  const seats = Int32Array.from(placements.from, (at) => table.seats[at] as number);
  for (const { place } of locks) seats[place] = (seats[place] as number) - 1;
  const graph = graphOf(filtered(pairs, keep), { students: students.ids.length, seats });
  return {
    table,
    orders,
    graph,
    tiers,
    preferences: preferencesOf(graph, tiers),
    locked: locks.map((pair, at) => ({ ...pair, weight: table.pairs ? (weightOf.get(at) ?? null) : null })),
  };
}

function inOrder({ student, place }: Positions, { students, placements }: Orders): Positions {
  return { student: students.rank[student] as number, place: placements.rank[place] as number };
}

function reordered({ student, place, weight }: PairColumns, { students, placements }: Orders): PairColumns {
  return {
    student: student.map((at) => students.rank[at] as number),
    place: place.map((at) => placements.rank[at] as number),
    weight,
  };
}

function shutPairs({ forbids }: InstanceTable, orders: Orders): (student: number, place: number) => boolean {
  if (forbids.length === 0) return () => false;
  const width = orders.placements.ids.length;
  const keys = forbids.map((pair) => inOrder(pair, orders)).map(({ student, place }) => student * width + place);
  const forbidden = new Set(keys);
  return (student, place) => forbidden.has(student * width + place);
}

function filtered(
  { student, place, weight }: PairColumns,
  keep: (student: number, place: number, weight: number) => boolean,
): PairColumns {
  const kept = new Int32Array(student.length);
  let count = 0;
  for (let at = 0; at < student.length; at += 1)
    if (keep(student[at] as number, place[at] as number, weight[at] as number)) kept[count++] = at;
  if (count === student.length) return { student, place, weight };
  const pick = (column: Int32Array) => Int32Array.from(kept.subarray(0, count), (at) => column[at] as number);
  return { student: pick(student), place: pick(place), weight: pick(weight) };
}

import type { MatchGraph } from "./graph";

/**
 * Who holds which seat. A placement's seats are slots `first[p]` to `first[p] + held[p]`, without gaps; a student's
 * seat is an edge and a slot, both -1 for none.
 */
export interface Holding {
  /** Seats of each placement; never more than can be used. */
  seats: Int32Array;
  /** How many pairs each placement has, open or shut. */
  pairs: Int32Array;
  first: Int32Array;
  held: Int32Array;
  student: Int32Array;
  edgeOf: Int32Array;
  slotOf: Int32Array;
  placed: number;
}

/** Nobody placed yet. Slots are as many as seats, but at most one more than the placement has pairs: it is never full then. */
export function emptyHolding({ students, placements, place, seats }: MatchGraph): Holding {
  const degree = new Int32Array(placements);
  for (let e = 0; e < place.length; e += 1) {
    const p = place[e] as number;
    degree[p] = (degree[p] as number) + 1;
  }
  const usable = new Int32Array(placements);
  const first = new Int32Array(placements + 1);
  for (let p = 0; p < placements; p += 1) {
    usable[p] = Math.min(seats[p] as number, (degree[p] as number) + 1);
    first[p + 1] = (first[p] as number) + (usable[p] as number);
  }
  return {
    seats: usable,
    pairs: degree,
    first,
    held: new Int32Array(placements),
    student: new Int32Array(first[placements] as number).fill(-1),
    edgeOf: new Int32Array(students).fill(-1),
    slotOf: new Int32Array(students).fill(-1),
    placed: 0,
  };
}

export function copyHolding(from: Holding): Holding {
  return {
    seats: from.seats.slice(),
    pairs: from.pairs,
    first: from.first.slice(),
    held: from.held.slice(),
    student: from.student.slice(),
    edgeOf: from.edgeOf.slice(),
    slotOf: from.slotOf.slice(),
    placed: from.placed,
  };
}

/** Gives a student without a seat one that is free. */
export function sit(holding: Holding, given: { student: number; edge: number; place: number }): void {
  const { student, edge, place } = given;
  const slot = (holding.first[place] as number) + (holding.held[place] as number);
  holding.held[place] = (holding.held[place] as number) + 1;
  holding.student[slot] = student;
  holding.edgeOf[student] = edge;
  holding.slotOf[student] = slot;
  holding.placed += 1;
}

/** Takes a student's seat away; the last holder closes the gap. */
export function stand(holding: Holding, student: number, place: number): void {
  const slot = holding.slotOf[student] as number;
  const left = (holding.held[place] as number) - 1;
  const last = (holding.first[place] as number) + left;
  const mover = holding.student[last] as number;
  holding.student[slot] = mover;
  holding.slotOf[mover] = slot;
  holding.student[last] = -1;
  holding.held[place] = left;
  holding.edgeOf[student] = -1;
  holding.slotOf[student] = -1;
  holding.placed -= 1;
}

/** A bipartite graph over positions 0..n-1; edges of one student come best first. */
export interface AssignmentGraph {
  /** Students in the order in which ties are broken. */
  edgesOf: readonly (readonly Edge[])[];
  seats: readonly number[];
}

export interface Edge {
  place: number;
  weight: number;
}

export interface Assignment {
  /** Place of each student, -1 for none. */
  placeOf: number[];
  /** For each student without a place: students and seats that prove the crowd (Hall 1935). */
  crowds: Map<number, Crowd>;
}

/** These students, the unplaced one among them, may go nowhere but to these seats: one more student than seats. */
export interface Crowd {
  students: number;
  seats: number;
}

/**
 * Greedy by weight, then augmenting paths until nobody more can be placed (Berge 1957): the number placed is the
 * largest possible, the total weight is not proven best. Deterministic in the order of the students and their edges.
 */
export function assign(graph: AssignmentGraph): Assignment {
  const standing: Standing = {
    placeOf: graph.edgesOf.map(() => -1),
    holders: graph.seats.map(() => new Set<number>()),
    closed: graph.seats.map(() => null),
  };
  takeGreedily(graph, standing);
  const crowds = new Map<number, Crowd>();
  graph.edgesOf.forEach((edges, student) => {
    if (standing.placeOf[student] !== -1 || edges.length === 0) return;
    const crowd = augment(graph, standing, student);
    if (crowd) crowds.set(student, crowd);
  });
  return { placeOf: standing.placeOf, crowds };
}

interface Standing {
  placeOf: number[];
  holders: Set<number>[];
  /** The set of full places a place is shut in: their holders may go nowhere else, so no path leads out of it. */
  closed: (ReadonlySet<number> | null)[];
}

function takeGreedily({ edgesOf, seats }: AssignmentGraph, { placeOf, holders }: Standing): void {
  const all = edgesOf.flatMap((edges, student) => edges.map((edge, at) => ({ ...edge, student, at })));
  all.sort((a, b) => b.weight - a.weight || a.student - b.student || a.at - b.at);
  for (const { student, place } of all) {
    const held = holders[place];
    if (placeOf[student] !== -1 || !held || held.size >= (seats[place] ?? 0)) continue;
    placeOf[student] = place;
    held.add(student);
  }
}

/** Looks for a free seat along alternating paths, breadth first; shifts the students on it, or returns the crowd. */
function augment({ edgesOf, seats }: AssignmentGraph, standing: Standing, student: number): Crowd | null {
  const cameBy = new Map<number, number>();
  const shut = new Set<ReadonlySet<number>>();
  const queue = [student];
  for (const waiting of queue) {
    for (const { place } of edgesOf[waiting] ?? []) {
      const around = standing.closed[place];
      if (around) shut.add(around);
      if (around || cameBy.has(place)) continue;
      cameBy.set(place, waiting);
      const held = standing.holders[place] ?? new Set<number>();
      if (held.size < (seats[place] ?? 0)) {
        shift(standing, { cameBy, place });
        return null;
      }
      queue.push(...[...held].sort((a, b) => a - b));
    }
  }
  const reached = new Set([...cameBy.keys(), ...[...shut].flatMap((places) => [...places])]);
  for (const place of reached) standing.closed[place] = reached;
  const count = [...reached].reduce((sum, place) => sum + (seats[place] ?? 0), 0);
  return { students: count + 1, seats: count };
}

/** Moves everybody on the path one place on, from the free seat back to the student who had none. */
function shift({ placeOf, holders }: Standing, path: { cameBy: ReadonlyMap<number, number>; place: number }): void {
  for (let place = path.place; place !== -1; ) {
    const mover = path.cameBy.get(place);
    if (mover === undefined) throw new Error("An augmenting path has to lead back to its student.");
    const left = placeOf[mover] ?? -1;
    holders[place]?.add(mover);
    placeOf[mover] = place;
    if (left !== -1) holders[left]?.delete(mover);
    place = left;
  }
}

/** A matching problem as a file or another program states it. Ids are of the stranger's choosing. */
export interface Instance {
  students: readonly InstanceStudent[];
  placements: readonly InstancePlacement[];
  /** The eligible pairs, weights in whole points. Without it the rankings say who may be paired. */
  pairs?: readonly InstancePair[];
  /** Pairs that stay. */
  locks?: readonly PairOfIds[];
  forbids?: readonly PairOfIds[];
}

/** Dearest first; ids in one inner list are equally dear. Who is not named is not accepted. */
export type Ranking = readonly (string | readonly string[])[];

export interface InstanceStudent {
  id: string;
  ranking?: Ranking;
}

export interface InstancePlacement {
  id: string;
  seats: number;
  ranking?: Ranking;
}

export interface PairOfIds {
  student: string;
  placement: string;
}

export interface InstancePair extends PairOfIds {
  weight: number;
}

/** What is wrong with an instance, and where: a JSON pointer (RFC 6901). */
export interface InstanceFault {
  pointer: string;
  problem: string;
}

/** A checked instance in columns: positions instead of ids, in the order of the file. */
export interface InstanceTable {
  students: Participants;
  placements: Participants;
  seats: Int32Array;
  pairs: PairColumns | null;
  locks: readonly Positions[];
  forbids: readonly Positions[];
}

export interface Participants {
  ids: readonly string[];
  positions: ReadonlyMap<string, number>;
  /** Tiers of positions of the other side; null where none was given. */
  rankings: readonly (readonly (readonly number[])[] | null)[];
}

export interface PairColumns {
  student: Int32Array;
  place: Int32Array;
  weight: Int32Array;
}

export interface Positions {
  student: number;
  place: number;
}

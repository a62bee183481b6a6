/** Whose turn it is to read what waits for the school: one after the other, as the time of each runs out. */
export const HELD_TURNS = ["named", "coordinators", "admins"] as const;
export type HeldTurn = (typeof HELD_TURNS)[number];

/** Somebody who may let a held message go. */
export interface Decider {
  personId: string;
  roles: readonly string[];
}

interface Asked<Somebody extends Decider> {
  /** The first turn that is tried. */
  from: HeldTurn;
  deciders: readonly Somebody[];
  /** Whom the school named to read first; empty where it named nobody. */
  namedId: string;
}

/**
 * Whom a turn asks: whom the school named while they still may decide, then the coordinators, then the admins, each person once. A
 * turn that nobody is left for is passed over; the last one stands even then, and what waits is late from there on.
 */
export function nextTurn<Somebody extends Decider>({
  from,
  deciders,
  namedId,
}: Asked<Somebody>): { turn: HeldTurn; people: Somebody[] } {
  const turns = HELD_TURNS.slice(HELD_TURNS.indexOf(from));
  const asked = turns.map((turn) => ({ turn, people: deciders.filter((who) => turnOf(who, namedId) === turn) }));
  return asked.find(({ people }) => people.length > 0) ?? { turn: "admins", people: [] };
}

function turnOf({ personId, roles }: Decider, namedId: string): HeldTurn {
  if (personId === namedId) return "named";
  return roles.includes("coordinator") ? "coordinators" : "admins";
}

/** The turn after one whose time has run out; null after the last. */
export function turnAfter(turn: HeldTurn): HeldTurn | null {
  return HELD_TURNS[HELD_TURNS.indexOf(turn) + 1] ?? null;
}

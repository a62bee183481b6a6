import { locksThatHold, type RestingLock } from "./locks-that-hold";
import type { Mode } from "./mode";
import { standingIn } from "./places-in-view";
import type { PlanInput, Standing } from "./plan-types";

/** What all kinds of plans of one moment have in common. */
export type SharedInput = Pick<
  PlanInput,
  | "students"
  | "placements"
  | "context"
  | "seed"
  | "forbids"
  | "previous"
  | "suggestionsLeft"
  | "placesPerSeat"
  | "stickiness"
> & { standing: Standing };

/** The question of one kind of plan, and what it leaves aside. */
export interface InputOfKind {
  input: PlanInput;
  /** Students who get nothing more from a plan of this kind, for what they have in view already. */
  settled: string[];
  /** Locks that a plan of this kind cannot keep. */
  resting: RestingLock[];
}

/**
 * The question as a plan of this kind is asked it. Who is settled and which locks can be kept differ by kind: a slate looks on
 * for a student with one place in view, and may keep two locks of one student. Who is not looking is left out by each kind.
 */
export function inputOfKind({ standing, ...shared }: SharedInput, mode: Mode): InputOfKind {
  const kind = { mode, ...(mode === "slate" && { perStudent: standing.livePursuitLimit }) };
  const { students, placements } = shared;
  const { approved, settledIds: settled } = standingIn(standing.inView, { students, placements, ...kind });
  const given: PlanInput = {
    ...shared,
    ...kind,
    standing,
    locks: standing.locks,
    approved,
    optedOutStudentIds: [...new Set([...standing.notLookingIds, ...settled])],
  };
  const { held, resting } = locksThatHold(given, {
    inView: new Set(settled),
    notLooking: new Set(standing.notLookingIds),
  });
  return { input: { ...given, locks: held }, settled, resting };
}

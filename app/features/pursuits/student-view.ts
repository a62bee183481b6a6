import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import type { listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";

/**
 * A pursuit as its student may read it: without what was written for staff and without the engine's number. One that is paused
 * says so and not why.
 */
export function withoutStaffWords<Pursuit extends PursuitFacts>(pursuit: Pursuit): Pursuit {
  const state = shownState({ state: pursuit.state, isPaused: isHeld(pursuit) });
  return { ...pursuit, state, mentor_suspended_at: null, decline_for_staff: "", match_score: null };
}

type Gate = Awaited<ReturnType<typeof listGates>>[number];

/** A gate as its student may read it: open or closed, and when; the note and the name belong to staff. */
export function withoutNote(gate: Gate): Gate {
  return { ...gate, note: "", confirmed_by: null };
}

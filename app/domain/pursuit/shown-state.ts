const MAY_PAUSE = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];

interface Held {
  /** Since when the lead mentor is suspended; null where they are not. */
  mentor_suspended_at: string | null;
  /** The state of the internship that came from the pursuit; null where none did. */
  engagement_state: string | null;
}

/** Whether nobody goes there for now: the lead mentor is suspended, or the internship is paused because its mentor has left. */
export function isHeld({ mentor_suspended_at, engagement_state }: Held): boolean {
  return mentor_suspended_at !== null || engagement_state === "paused";
}

/**
 * The state of a pursuit as students, families and hosts read it: while it is held it is `paused`, and nothing says why. What it was
 * before is kept, so that it goes on from there.
 */
export function shownState({ state, isPaused }: { state: string; isPaused: boolean }): string {
  return isPaused && MAY_PAUSE.includes(state) ? "paused" : state;
}

const MAY_PAUSE = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];

/**
 * The state of a pursuit as students, families and hosts read it: while its lead mentor is suspended it is `paused`, and nothing
 * says why. What it was before is kept, so that it goes on from there.
 */
export function shownState({ state, isLeadSuspended }: { state: string; isLeadSuspended: boolean }): string {
  return isLeadSuspended && MAY_PAUSE.includes(state) ? "paused" : state;
}

/**
 * How a proposal stands for who decides: when its pair is under way by another page than the board it is approved, whatever
 * became of the proposal itself. An approval that waits for its undo window waits.
 */
export function stateOnBoard({ state, isPursued }: { state: string; isPursued: boolean }): string {
  return state !== "held" && isPursued ? "approved" : state;
}

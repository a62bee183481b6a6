import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type MatchState = "proposed" | "held" | "approved" | "stale";

/**
 * A pair the engine proposed. An approval on the board is `held` for the undo window, in which nobody outside the board
 * hears of it; then it makes or approves a pursuit. `stale` when a newer run or a change overtook it.
 */
export const matchLifecycle = defineLifecycle<MatchState, Role>()({
  hold: { from: "proposed", to: "held", by: ["coordinator", "admin"] },
  release: { from: "held", to: "proposed", by: ["coordinator", "admin", "system"] },
  approve: { from: "held", to: "approved", by: ["coordinator", "admin"] },
  overtake: { from: ["proposed", "held"], to: "stale", by: ["system", "coordinator", "admin"] },
});

import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type MatchState = "proposed" | "approved" | "declined" | "stale";

/** A pair the engine proposed. Approving it makes or approves a pursuit; `stale` when a newer run or a change overtook it. */
export const matchLifecycle = defineLifecycle<MatchState, Role>()({
  approve: { from: "proposed", to: "approved", by: ["coordinator", "admin"] },
  decline: { from: "proposed", to: "declined", by: ["coordinator", "admin"] },
  overtake: { from: "proposed", to: "stale", by: ["system", "coordinator", "admin"] },
});

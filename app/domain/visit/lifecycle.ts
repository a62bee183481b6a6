import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type VisitState = "proposed" | "dated" | "done" | "missed" | "cancelled";

/** An interview, shadow day or site visit within a pursuit. */
export const visitLifecycle = defineLifecycle<VisitState, Role, "gates_before_visit", "student" | "mentor">()({
  date: {
    from: "proposed",
    to: "dated",
    by: ["coordinator", "admin", "advisor"],
    needs: ["gates_before_visit"],
    notifies: ["student", "mentor"],
  },
  confirm_done: { from: "dated", to: "done", by: ["coordinator", "admin", "advisor", "mentor"] },
  miss: { from: "dated", to: "missed", by: ["coordinator", "admin", "advisor", "mentor"] },
  cancel: {
    from: ["proposed", "dated"],
    to: "cancelled",
    by: ["coordinator", "admin", "advisor", "student", "mentor"],
    notifies: ["student", "mentor"],
  },
});

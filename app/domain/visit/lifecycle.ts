import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type VisitState = "proposed" | "dated" | "done" | "missed" | "cancelled";
export type VisitNotice = "student" | "mentor" | "family";

const staff = ["coordinator", "admin", "advisor"] as const;
const told = ["student", "mentor", "family"] as const;

/** An interview or shadow day within a pursuit. Of one that is only proposed nobody but staff has heard. */
export const visitLifecycle = defineLifecycle<VisitState, Role, "gates_before_visit", VisitNotice>()({
  date: { from: "proposed", to: "dated", by: staff, needs: ["gates_before_visit"], notifies: told },
  confirm_done: { from: "dated", to: "done", by: [...staff, "mentor"] },
  miss: { from: "dated", to: "missed", by: [...staff, "mentor"] },
  drop: { from: "proposed", to: "cancelled", by: [...staff, "system"] },
  /** The system does it when the pursuit ends or a family takes its yes back. */
  cancel: { from: "dated", to: "cancelled", by: [...staff, "student", "mentor", "system"], notifies: told },
});

import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type EngagementState = "not_started" | "active" | "paused" | "end_requested" | "ended" | "closed";

/** The running internship that comes from an accepted pursuit. It starts only when no gate is open. */
export const engagementLifecycle = defineLifecycle<
  EngagementState,
  Role,
  "no_open_gate",
  "student" | "mentor" | "guardian"
>()({
  start: {
    from: "not_started",
    to: "active",
    by: ["coordinator", "admin"],
    needs: ["no_open_gate"],
    notifies: ["student", "mentor", "guardian"],
  },
  pause: {
    from: "active",
    to: "paused",
    by: ["coordinator", "admin", "system"],
    notifies: ["student", "mentor", "guardian"],
  },
  /** The system brings back what it paused while the lead mentor was suspended. */
  resume: {
    from: "paused",
    to: "active",
    by: ["coordinator", "admin", "system"],
    needs: ["no_open_gate"],
    notifies: ["student", "mentor", "guardian"],
  },
  ask_to_end: { from: ["active", "paused"], to: "end_requested", by: ["student", "mentor", "guardian"] },
  end: {
    from: ["not_started", "active", "paused", "end_requested"],
    to: "ended",
    by: ["coordinator", "admin"],
    notifies: ["student", "mentor", "guardian"],
  },
  close: { from: "ended", to: "closed", by: ["coordinator", "admin"] },
});

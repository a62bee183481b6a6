import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type LtiDayState = "planned" | "checked_in" | "checked_out" | "confirmed" | "disputed" | "absent";

/** One day on site: a goal at check-in, a reflection at check-out, confirmed by the mentor. */
export const ltiDayLifecycle = defineLifecycle<LtiDayState, Role>()({
  check_in: { from: "planned", to: "checked_in", by: ["student"] },
  check_out: { from: "checked_in", to: "checked_out", by: ["student"] },
  confirm: { from: "checked_out", to: "confirmed", by: ["mentor", "coordinator", "admin"] },
  dispute: { from: "checked_out", to: "disputed", by: ["mentor"] },
  settle: { from: "disputed", to: "confirmed", by: ["coordinator", "admin", "advisor"] },
  mark_absent: {
    from: ["planned", "checked_in"],
    to: "absent",
    by: ["student", "advisor", "coordinator", "admin", "mentor"],
  },
});

import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type ListingState = "in_review" | "published" | "paused" | "archived";

/**
 * A placement offered at one school. "Full" is derived from seats and is no state. Only coordinators publish
 * (or an operator's command on their behalf); a host's change sends a listing back to review.
 */
export const listingLifecycle = defineLifecycle<ListingState, Role, never, "placement-published" | "index">()({
  publish: {
    from: ["in_review", "paused"],
    to: "published",
    by: ["coordinator", "admin", "system"],
    notifies: ["placement-published", "index"],
  },
  /** The system does it while the lead mentor is suspended, and `resume` brings back what it paused. */
  pause: { from: "published", to: "paused", by: ["coordinator", "admin", "mentor", "system"], notifies: ["index"] },
  resume: { from: "paused", to: "published", by: ["system"], notifies: ["index"] },
  archive: {
    from: ["in_review", "published", "paused"],
    to: "archived",
    by: ["coordinator", "admin", "mentor", "system"],
    notifies: ["index"],
  },
  resubmit: { from: ["published", "paused", "archived"], to: "in_review", by: ["mentor"], notifies: ["index"] },
  reopen: { from: "archived", to: "in_review", by: ["coordinator", "admin"], notifies: ["index"] },
});

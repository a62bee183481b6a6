import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type IntroductionState = "submitted" | "in_review" | "invited" | "accepted" | "declined" | "bounced" | "expired";

/** Somebody, mostly a family, proposes a mentor they know. One invitation, at most one reminder. */
export const introductionLifecycle = defineLifecycle<
  IntroductionState,
  Role,
  never,
  "mentor" | "family" | "coordinators"
>()({
  review: { from: "submitted", to: "in_review", by: ["coordinator", "admin"] },
  invite: { from: ["submitted", "in_review"], to: "invited", by: ["coordinator", "admin"], notifies: ["mentor"] },
  set_aside: { from: ["submitted", "in_review"], to: "declined", by: ["coordinator", "admin"], notifies: ["family"] },
  accept: { from: "invited", to: "accepted", by: ["mentor"], notifies: ["family", "coordinators"] },
  decline: { from: "invited", to: "declined", by: ["mentor"], notifies: ["family", "coordinators"] },
  bounce: { from: "invited", to: "bounced", by: ["system"], notifies: ["coordinators"] },
  expire: { from: ["submitted", "in_review", "invited"], to: "expired", by: ["system"] },
});

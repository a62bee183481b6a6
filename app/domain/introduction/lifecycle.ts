import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type IntroductionState =
  | "submitted"
  | "in_review"
  | "invited"
  | "accepted"
  | "declined"
  | "bounced"
  | "expired"
  | "joined";

/**
 * Somebody, mostly a family, proposes a mentor they know. One invitation, at most one reminder. A mail tells of a yes only:
 * whoever says no, calls the mail unwanted, is not invited or does not answer is forgotten, so no mail may carry the name on; the family and the
 * coordinators see the state on their pages. What somebody says by phone, in person or on paper staff take down, also where no
 * invitation could be mailed.
 */
export const introductionLifecycle = defineLifecycle<
  IntroductionState,
  Role,
  never,
  "mentor" | "family" | "coordinators"
>()({
  review: { from: ["submitted", "bounced"], to: "in_review", by: ["coordinator", "admin"] },
  invite: { from: ["submitted", "in_review"], to: "invited", by: ["coordinator", "admin"], notifies: ["mentor"] },
  set_aside: { from: ["submitted", "in_review", "bounced"], to: "declined", by: ["coordinator", "admin"] },
  join: { from: ["submitted", "in_review", "bounced"], to: "joined", by: ["coordinator", "admin"] },
  accept: { from: "invited", to: "accepted", by: ["mentor"], notifies: ["family", "coordinators"] },
  decline: { from: "invited", to: "declined", by: ["mentor"] },
  take_down_yes: {
    from: ["submitted", "in_review", "invited", "bounced"],
    to: "accepted",
    by: ["coordinator", "admin"],
    notifies: ["family", "coordinators"],
  },
  take_down_no: {
    from: ["submitted", "in_review", "invited", "bounced"],
    to: "declined",
    by: ["coordinator", "admin"],
  },
  complain: { from: "invited", to: "declined", by: ["system"] },
  bounce: { from: "invited", to: "bounced", by: ["system"] },
  expire: { from: ["submitted", "in_review", "invited", "bounced"], to: "expired", by: ["system"] },
});

/** True while somebody may still say yes or no, to a mail or to whoever calls them. */
export function isOpen(state: string): boolean {
  return state === "invited" || isWaiting(state);
}

/** True while a coordinator has to decide about an introduction. One whose address did not work waits for a better one. */
export function isWaiting(state: string): boolean {
  return state === "submitted" || state === "in_review" || state === "bounced";
}

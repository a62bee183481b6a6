import { defineLifecycle } from "../lifecycle";
import type { Role } from "../role";

export type PursuitState =
  | "suggested"
  | "requested"
  | "approved"
  | "declined"
  | "contacted"
  | "offered"
  | "accepted"
  | "completed"
  | "not_taken"
  | "expired"
  | "withdrawn";

/** What must hold before a move; the verb that moves says which of them it found true. */
export type PursuitNeed =
  | "free_place"
  | "endorsed"
  | "listing_open"
  | "looking_consent"
  | "host_reachable"
  | "pair_allowed"
  | "lead_clear"
  | "lead_read"
  | "gates_before_contact"
  | "gates_before_visit"
  | "contact_unsent"
  | "free_seat";
export type PursuitNotice = "student" | "mentor" | "guardian-request" | "family" | "coordinators" | "withdrawn-hosts";

/** The states in which a pursuit still may become something. */
export const LIVE_STATES = [
  "suggested",
  "requested",
  "approved",
  "contacted",
  "offered",
] as const satisfies readonly PursuitState[];
/** The states in which it holds one of the listing's numbered pursuit places. */
export const PLACE_HOLDING_STATES = [
  "suggested",
  "approved",
  "contacted",
  "offered",
  "accepted",
] as const satisfies readonly PursuitState[];

const staff = ["coordinator", "admin"] as const;

/**
 * A student going after one listing. The student says yes first: `contact` is reachable only through
 * `approve` (of a request) or `want` (the student's answer to a suggestion, which staff may take down for them). The system makes the first contact
 * at the moment the last thing it needs has come, whoever brought it.
 */
export const pursuitLifecycle = defineLifecycle<PursuitState, Role, PursuitNeed, PursuitNotice>()({
  approve: {
    from: "requested",
    to: "approved",
    by: staff,
    needs: ["listing_open", "free_place", "endorsed"],
    notifies: ["student", "guardian-request"],
  },
  decline: { from: ["requested", "approved"], to: "declined", by: staff, notifies: ["student"] },
  want: {
    from: "suggested",
    to: "approved",
    by: ["student", ...staff],
    needs: ["listing_open"],
    notifies: ["guardian-request", "coordinators"],
  },
  contact: {
    from: "approved",
    to: "contacted",
    by: ["system"],
    needs: [
      "listing_open",
      "looking_consent",
      "host_reachable",
      "pair_allowed",
      "lead_clear",
      "lead_read",
      "gates_before_contact",
    ],
    notifies: ["mentor", "student"],
  },
  /** A no of the family comes while the first contact waits to leave: it is stopped, and the approval waits again. */
  hold: { from: "contacted", to: "approved", by: ["system"], needs: ["contact_unsent"] },
  offer: {
    from: "contacted",
    to: "offered",
    by: ["mentor", ...staff],
    needs: ["free_seat"],
    notifies: ["student", "family", "coordinators"],
  },
  turn_down: {
    from: ["contacted", "offered"],
    to: "not_taken",
    by: ["mentor", ...staff],
    notifies: ["student", "family", "coordinators"],
  },
  accept: {
    from: "offered",
    to: "accepted",
    by: ["student", ...staff],
    notifies: ["mentor", "family", "coordinators", "withdrawn-hosts"],
  },
  refuse_offer: {
    from: "offered",
    to: "not_taken",
    by: ["student", ...staff],
    notifies: ["mentor", "family", "coordinators"],
  },
  complete: {
    from: ["contacted", "offered", "accepted"],
    to: "completed",
    by: staff,
    needs: ["gates_before_visit"],
    notifies: ["student", "family"],
  },
  /** Whoever did not wish it is told; of what `accept` withdraws, all but the host know from the acceptance. */
  withdraw: {
    from: [...LIVE_STATES],
    to: "withdrawn",
    by: ["student", ...staff, "system"],
    notifies: ["mentor", "student", "family", "coordinators"],
  },
  expire: {
    from: ["suggested", "approved", "contacted", "offered"],
    to: "expired",
    by: ["system"],
    notifies: ["student", "family", "mentor"],
  },
});

export type PursuitMove = keyof typeof pursuitLifecycle;

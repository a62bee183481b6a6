import type { Actor, SchoolActor } from "./actor";

/** How a lifecycle table names who acts. A mailed link acts as the person it was written for. */
export type Role = "student" | "guardian" | "mentor" | "advisor" | "coordinator" | "admin" | "system";

const ROLE_OF_LINK = {
  consent: "guardian",
  introduce: "guardian",
  "first-contact": "mentor",
  "introduction-invitation": "mentor",
  "delete-me": "mentor",
  "school-invitation": "admin",
  // a donor, whom no lifecycle knows
  give: "mentor",
  offer: "mentor",
  // somebody who has not come in yet, whom no lifecycle knows
  join: "student",
  "still-open": "mentor",
} as const;

/** The role in which an actor moves a lifecycle. */
export function roleOf(actor: Actor | SchoolActor): Role {
  if (actor.kind === "staff") return actor.role;
  if (actor.kind === "link") return ROLE_OF_LINK[actor.linkKind];
  return actor.kind;
}

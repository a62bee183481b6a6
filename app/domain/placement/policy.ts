import { type Actor, type SchoolActor, isCoordinator } from "../actor";

/** Mentors post for their own organisation. */
export function mayPostPlacement(actor: Actor): boolean {
  return actor.kind === "mentor";
}

/** Only coordinators and admins (and a command run by the operator) publish a listing. */
export function mayPublishListings(actor: Actor | SchoolActor): boolean {
  return isCoordinator(actor) || actor.kind === "system";
}

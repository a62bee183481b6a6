import { type Actor, isCoordinator, type SchoolActor } from "../actor";

/** Mentors post for their own organisation. */
export function mayPostPlacement(actor: Actor): boolean {
  return actor.kind === "mentor";
}

/** Only coordinators and admins (and a command run by the operator) publish a listing. */
export function mayPublishListings(actor: Actor | SchoolActor): boolean {
  return isCoordinator(actor) || actor.kind === "system";
}

/** Coordinators and admins review the listings of their school. */
export function mayReviewListings(actor: Actor | SchoolActor): boolean {
  return isCoordinator(actor);
}

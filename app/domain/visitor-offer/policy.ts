import { type Actor, isCoordinator, type StaffActor } from "../actor";

/** Coordinators and admins say whether anybody may offer a placement to their school. */
export function mayKeepOfferDoor(actor: Actor): actor is StaffActor {
  return isCoordinator(actor);
}

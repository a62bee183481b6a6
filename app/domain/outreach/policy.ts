import { type Actor, isCoordinator, type SchoolActor, type StaffActor } from "../actor";

/** Coordinators and admins keep the contacts of their school and write to them. */
export function mayKeepContacts(actor: Actor | SchoolActor): actor is StaffActor {
  return isCoordinator(actor);
}

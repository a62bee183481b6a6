import { type Actor, isCoordinator, type SchoolActor, type StaffActor } from "../actor";

/** Coordinators and admins read and record the checks of mentors; advisors read a status elsewhere, nobody else anything. */
export function mayKeepClearances(actor: Actor | SchoolActor): actor is StaffActor {
  return isCoordinator(actor);
}

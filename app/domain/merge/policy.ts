import { type Actor, isCoordinator, type SchoolActor, type StaffActor } from "../actor";

/** Coordinators and admins of any school of a district make one of two that are the same, and undo it. */
export function mayMerge(actor: Actor | SchoolActor): actor is StaffActor {
  return isCoordinator(actor);
}

/** Admins alone say who is on the staff as what, so they alone make one of two of them. */
export function mayMergeStaff(actor: Actor | SchoolActor): actor is StaffActor {
  return mayMerge(actor) && actor.role === "admin";
}

import { type Actor, isCoordinator, type StaffActor, type StaffRole } from "../actor";

/** Coordinators and admins see everybody of their school, add people and change what is written of them. */
export function mayKeepPeople(actor: Actor): actor is StaffActor {
  return isCoordinator(actor);
}

/** Who may decide about a school only an admin brings in or lets go; a coordinator does it for advisors. */
export function mayKeepStaff(actor: Actor, role: StaffRole): actor is StaffActor {
  return mayKeepPeople(actor) && (role === "advisor" || actor.role === "admin");
}

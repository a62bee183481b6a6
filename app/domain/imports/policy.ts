import { type Actor, isCoordinator, type SchoolActor, type StaffActor, type SystemActor } from "../actor";

/** Coordinators and admins bring in opportunities of their school, and a command run by the operator. */
export function mayImport(actor: Actor | SchoolActor): actor is StaffActor | SystemActor {
  return isCoordinator(actor) || actor.kind === "system";
}

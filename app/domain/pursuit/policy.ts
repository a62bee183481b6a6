import { type Actor, isCoordinator, isStaff, type SchoolActor } from "../actor";

/** Only coordinators and admins approve, decline, suggest, confirm gates and take down what others answered. */
export function mayDecidePursuits(actor: Actor | SchoolActor): boolean {
  return isCoordinator(actor);
}

/** A student asks for themselves only. */
export function mayRequestPursuit(actor: Actor | SchoolActor): boolean {
  return actor.kind === "student";
}

/** Who may read a pursuit inside its school: the student, coordinators, and staff whose advisory the student is in. */
export function mayReadPursuit(actor: SchoolActor, pursuit: { studentId: string; inOwnAdvisory: boolean }): boolean {
  if (actor.kind === "student") return actor.personId === pursuit.studentId;
  if (isCoordinator(actor)) return true;
  return isStaff(actor) && pursuit.inOwnAdvisory;
}

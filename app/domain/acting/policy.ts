import { type Actor, isCoordinator, isStaff } from "../actor";

/** Coordinators and admins record for every student of the school what the student said, an advisor for the own and covered advisories. */
export function mayActForStudent(actor: Actor, { inOwnAdvisory }: { inOwnAdvisory: boolean }): boolean {
  return isCoordinator(actor) || (isStaff(actor) && inOwnAdvisory);
}

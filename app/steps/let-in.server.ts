import type { StaffActor, SystemActor } from "~/domain/actor";
import { mayKeepStaff } from "~/domain/people/policy";
import type { SchoolRole } from "~db/memberships.server";
import { listRolesOf } from "~db/person-page.server";
import { listStaff } from "~db/safeguarding-leads.server";
import type { ScopeTx } from "~db/scope.server";

type Actor = StaffActor | SystemActor;

/** Whether an actor may say which address signs in for a place: for coordinators and admins only an admin does, as only they bring them in. */
export function mayLetIn(actor: Actor, role: SchoolRole): boolean {
  if (role === "student" || role === "guardian" || actor.kind === "system") return true;
  return mayKeepStaff(actor, role);
}

/** The same for all that somebody is at the school on a day. Who signs in as a safeguarding lead reads reports: there an admin says it. */
export async function mayLetInEverywhere(
  tx: ScopeTx,
  { actor, personId, on }: { actor: Actor; personId: string; on: string },
): Promise<boolean> {
  const roles = await listRolesOf(tx, { schoolId: actor.schoolId, personId, on });
  if (!roles.every((role) => mayLetIn(actor, role))) return false;
  if (actor.kind === "system" || actor.role === "admin") return true;
  const staff = await listStaff(tx, { schoolId: actor.schoolId, on });
  return !staff.some((member) => member.personId === personId && member.isLead);
}

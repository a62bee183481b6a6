import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Asked {
  /** Ids under which the mentor comes to the school in another role. */
  same: readonly string[];
  now: Date;
}

/** The actor as one of the school's safeguarding leads or admins, with its staff; null for everybody else, and for the mentor as staff. */
export async function findSafeguarder(tx: ScopeTx, actor: StaffActor, { same, now }: Asked) {
  const { schoolId, personId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on: civilDate(now, timeZone) });
  const self = staff.find((person) => person.personId === personId);
  if (!self || same.includes(personId) || !(self.isLead || self.role === "admin")) return null;
  return { self };
}

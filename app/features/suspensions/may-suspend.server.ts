import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { listPersonsOfSameAccounts } from "~db/concerns.server";
import { findWhoStays } from "~db/merged-mentors.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

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

/**
 * The mentor whom an id means today, which may be one who went into another, and under which ids they come to the school in another
 * role: who is suspended is the person, under whatever name a report or an open page knows them.
 */
export async function findMeant(
  tx: ScopeTx,
  { schoolId, districtId }: StaffActor,
  namedId: string,
): Promise<{ mentorId: string; same: readonly string[] }> {
  const mentorId = (await findWhoStays(tx, { districtId, mentorId: namedId })) ?? namedId;
  const ids = [...new Set([namedId, mentorId])];
  const same = await throughIdentity(tx, (identity) => listPersonsOfSameAccounts(identity, { schoolId, ids }));
  return { mentorId, same };
}

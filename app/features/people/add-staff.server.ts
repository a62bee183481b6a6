import { civilDate } from "~/clock";
import type { Actor, StaffRole } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepStaff } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { insertAdvisory } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { insertStaffMember } from "~db/new-schools.server";
import { lockPeople } from "~db/person-changes.server";
import { listNamesakes } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface NewStaffMember {
  role: StaffRole;
  fullName: string;
  mail: string;
  language: string;
  /** The advisory an advisor gets; empty for none. */
  advisoryName: string;
  isAnother: boolean;
}

/** Adds an advisor; an admin also adds coordinators and admins. They can sign in with the address from today on. */
export async function addStaff(
  wiring: Wiring,
  actor: Actor,
  member: NewStaffMember,
): Promise<Outcome<{ personId: string }, "not_permitted" | "known_already">> {
  if (!mayKeepStaff(actor, member.role)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const { role, fullName, mail, language, advisoryName } = member;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    const [namesake] = member.isAnother ? [] : await listNamesakes(tx, { schoolId, fullName, bornOn: null });
    if (namesake) return refused("known_already", { name: namesake.full_name });
    const from = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const staff = { schoolId, districtId, role, name: fullName, mail, language, from };
    const { personId } = await insertStaffMember(tx, staff);
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "add_staff", to: role, now });
    if (advisoryName) await insertAdvisory(tx, { schoolId, name: advisoryName, advisorId: personId });
    return done({ personId });
  });
}

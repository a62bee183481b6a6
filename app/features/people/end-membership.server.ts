import { civilDate } from "~/clock";
import type { Actor, StaffRole } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hasEnded } from "~/domain/people/has-ended";
import { comesAs } from "~/domain/people/invitation";
import { mayKeepPeople, mayKeepStaff } from "~/domain/people/policy";
import { addDays } from "~/domain/time";
import { withdrawInvitation } from "~/steps/invite.server";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { listCovers } from "~db/advisory-covers.server";
import { recordAct } from "~db/audit.server";
import { countOtherAdmins, endMembership as endRow, lockMembership } from "~db/memberships.server";
import { lockPeople } from "~db/person-changes.server";
import { listMembershipsOf, listRolesOf } from "~db/person-page.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type EndRefusal =
  | "not_permitted"
  | "not_found"
  | "own_place"
  | "before_start"
  | "is_over"
  | "is_student"
  | "is_lead"
  | "has_advisory"
  | "covers"
  | "last_admin";

interface Ending {
  membershipId: string;
  lastDay: string;
}

/**
 * Says until which day somebody has a place at the school: that day still counts. A student leaves by `letStudentLeave`; whoever
 * reads reports, has an advisory or covers for one later hands that on first, and a school never loses its last admin.
 */
export async function endMembership(
  wiring: Wiring,
  actor: Actor,
  { membershipId, lastDay }: Ending,
): Promise<Outcome<null, EndRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    const membership = await lockMembership(tx, { schoolId, membershipId });
    if (!membership) return refused("not_found");
    const { person_id: personId, role, from_on: fromOn, to_on: toOn } = membership;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (personId === actor.personId) return refused("own_place");
    if (role === "student") return refused("is_student");
    // A later day would open again what has ended: whoever comes back is brought in anew.
    if (hasEnded(toOn, on)) return refused("is_over");
    if (lastDay < fromOn) return refused("before_start");
    if (role !== "guardian") {
      if (!mayKeepStaff(actor, role as StaffRole)) return refused("not_permitted");
      const held = await whatHolds(tx, { schoolId, personId, role: role as StaffRole, on });
      if (held) return refused(held);
      if (await coversAfter(tx, { schoolId, personId, membershipId, lastDay })) return refused("covers");
    }
    await endRow(tx, { schoolId, membershipId, lastDay });
    // What is left of somebody, today or as something else, may still be waited for.
    const isGone = hasEnded(lastDay, on) && !comesAs(await listRolesOf(tx, { schoolId, personId, on }));
    if (isGone) await withdrawInvitation(tx, { schoolId, personId, now });
    const act = { actor, noun: "person", nounId: personId, transition: "end_membership", now };
    await recordAct(tx, { ...act, from: role, to: lastDay });
    return done(null);
  });
}

interface Held {
  schoolId: string;
  personId: string;
  role: StaffRole;
  on: string;
}

async function whatHolds(
  tx: ScopeTx,
  { schoolId, personId, role, on }: Held,
): Promise<"is_lead" | "has_advisory" | "last_admin" | null> {
  const staff = await listStaff(tx, { schoolId, on });
  if (staff.some((member) => member.personId === personId && member.isLead)) return "is_lead";
  // Two who end each other's place on one day ahead are both there today: only who stays without a last day counts.
  if (role === "admin" && (await countOtherAdmins(tx, { schoolId, personId, by: on })) === 0) return "last_admin";
  const advisories = role === "advisor" ? await listAdvisories(tx, { schoolId }) : [];
  return advisories.some(({ advisor_id: advisorId }) => advisorId === personId) ? "has_advisory" : null;
}

/** Whether somebody covers on a day on which no other place on the staff is left to them: the advisor counts on them. */
async function coversAfter(
  tx: ScopeTx,
  { schoolId, personId, membershipId, lastDay }: { schoolId: string; personId: string } & Ending,
): Promise<boolean> {
  const covers = (await listCovers(tx, { schoolId, on: addDays(lastDay, 1) })).filter(
    ({ cover_id: coverId }) => coverId === personId,
  );
  if (covers.length === 0) return false;
  const others = (await listMembershipsOf(tx, { schoolId, personId })).filter(({ id }) => id !== membershipId);
  return covers.some(({ to_on: to }) => !others.some(({ role, to_on }) => role !== "guardian" && !hasEnded(to_on, to)));
}

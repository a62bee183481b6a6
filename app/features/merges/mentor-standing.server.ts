import type { StaffActor } from "~/domain/actor";
import { type MentorFault, type MentorStanding, mentorMergeFault } from "~/domain/merge/mentors";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { findMentorTrouble, findWaysIn, isMentorHeld, type MentorRow } from "~db/merged-mentors.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

interface Two {
  kept: MentorRow;
  other: MentorRow;
}

/** Why of two mentors one does not go into the other, or null; each school of the district says for itself whether it holds something. */
export async function findMentorFault(
  tx: ScopeTx,
  { actor, kept, other }: Two & { actor: StaffActor },
): Promise<MentorFault | null> {
  return mentorMergeFault(
    await standingOf(tx, { actor, mentor: kept }),
    await standingOf(tx, { actor, mentor: other }),
  );
}

async function standingOf(
  tx: ScopeTx,
  { actor, mentor }: { actor: StaffActor; mentor: MentorRow },
): Promise<MentorStanding> {
  const { districtId } = actor;
  const own = { districtId, mentorId: mentor.id };
  const { wasSuspended, isLeaving } = await findMentorTrouble(tx, own);
  const { organisationIds, isStaff } = await throughIdentity(tx, (identity) => findWaysIn(identity, own));
  const held = await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, ({ schoolId }) =>
    isMentorHeld(tx, { schoolId, mentorId: mentor.id }),
  );
  return {
    isHeld: wasSuspended || organisationIds.length > 0 || [...held.values()].some(Boolean),
    ...{ isSuspended: mentor.isSuspended, isLeaving, isStaff },
  };
}

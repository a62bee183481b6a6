import type { ScopeTx } from "./scope.server";

/** The name somebody uses and the name of their place, for the head of the page. */
export interface MemberName {
  name: string;
  place: string;
}

/** Somebody of a school, read in that school's scope. */
export function findMemberOfSchool(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<MemberName | undefined> {
  return tx
    .selectFrom("people as p")
    .innerJoin("schools as s", "s.id", "p.school_id")
    .select(["p.name_used as name", "s.name as place"])
    .where("p.school_id", "=", schoolId)
    .where("p.id", "=", personId)
    .executeTakeFirst();
}

/** A mentor, read in the scope of the organisation. */
export function findMemberOfOrganisation(
  tx: ScopeTx,
  asked: { districtId: string; organisationId: string; mentorId: string },
): Promise<MemberName | undefined> {
  return tx
    .selectFrom("mentors as m")
    .innerJoin("organisations as o", "o.district_id", "m.district_id")
    .select(["m.name_used as name", "o.name as place"])
    .where("m.district_id", "=", asked.districtId)
    .where("m.id", "=", asked.mentorId)
    .where("o.id", "=", asked.organisationId)
    .executeTakeFirst();
}

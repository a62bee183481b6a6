import type { ScopeTx } from "./scope.server";

/** The name somebody uses and the name of their place, for the head of the page. */
export interface MemberName {
  name: string;
  place: string;
}

/** Who at a school answers questions, and the number to call. */
export interface SchoolHelp {
  school: string;
  name: string;
  phone: string;
}

/** Somebody of a school, read in that school's scope. */
export function findMemberOfSchool(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<(MemberName & { helpName: string; helpPhone: string }) | undefined> {
  return tx
    .selectFrom("people as p")
    .innerJoin("schools as s", "s.id", "p.school_id")
    .select(["p.name_used as name", "s.name as place", "s.help_name as helpName", "s.help_phone as helpPhone"])
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

/** Who helps at the schools to which an organisation offers something, by the school's name. */
export function listHelpOfOrganisation(
  tx: ScopeTx,
  { districtId, organisationId }: { districtId: string; organisationId: string },
): Promise<SchoolHelp[]> {
  return tx
    .selectFrom("schools as s")
    .select(["s.name as school", "s.help_name as name", "s.help_phone as phone"])
    .where("s.district_id", "=", districtId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("listings as l")
          .select("l.id")
          .whereRef("l.school_id", "=", "s.id")
          .where("l.district_id", "=", districtId)
          .where("l.organisation_id", "=", organisationId),
      ),
    )
    .orderBy("s.name")
    .execute();
}

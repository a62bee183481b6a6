import { sql } from "kysely";
import type { SchoolRole } from "./memberships.server";
import { outsideName } from "./names.server";
import type { ScopeTx } from "./scope.server";

interface OfPerson {
  schoolId: string;
  personId: string;
}

/** Somebody of the school, with what is known of them as a student, or undefined. */
export function findPerson(tx: ScopeTx, { schoolId, personId }: OfPerson) {
  return tx
    .selectFrom("people as pe")
    .leftJoin("students as st", (join) => join.onRef("st.school_id", "=", "pe.school_id").onRef("st.id", "=", "pe.id"))
    .select([
      "pe.id",
      "pe.full_name",
      "pe.name_used",
      "pe.name_used_for",
      "pe.pronunciation",
      "pe.pronouns",
      "pe.language",
      "pe.born_on",
      "pe.left_on",
      "pe.merged_into",
      "st.id as student_id",
      "st.grade",
      "st.student_number",
      "st.directory_opt_out",
      "st.languages",
    ])
    .select(outsideName("pe").as("outside_name"))
    .where("pe.school_id", "=", schoolId)
    .where("pe.id", "=", personId)
    .executeTakeFirst();
}

/** What somebody is or was at the school, the newest first. */
export function listMembershipsOf(tx: ScopeTx, { schoolId, personId }: OfPerson) {
  return tx
    .selectFrom("identity.memberships")
    .select(["id", "role", "from_on", "to_on", "account_id", "came_in_at"])
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .orderBy("from_on", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** What somebody is at the school on a day: by their rows as a student and as a guardian, by their places as staff. */
export async function listRolesOf(
  tx: ScopeTx,
  { schoolId, personId, on }: OfPerson & { on: string },
): Promise<SchoolRole[]> {
  const { rows } = await sql<{ role: SchoolRole }>`
    select 'student' as role from students where school_id = ${schoolId} and id = ${personId}
    union select 'guardian' from guardian_links
      where school_id = ${schoolId} and guardian_id = ${personId} and (to_on is null or to_on >= ${on}::date)
    union select role from identity.memberships
      where school_id = ${schoolId} and person_id = ${personId} and (to_on is null or to_on >= ${on}::date)
        and role in ('advisor', 'coordinator', 'admin')
    order by role`.execute(tx);
  return rows.map(({ role }) => role);
}

/** How somebody is reached, the preferred first. */
export function listContactPoints(tx: ScopeTx, { schoolId, personId }: OfPerson) {
  return tx
    .selectFrom("contact_points")
    .select(["id", "kind", "value", "preferred", "shared", "verified_at", "undeliverable_at"])
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .orderBy("preferred", "desc")
    .orderBy("kind")
    .orderBy("id")
    .execute();
}

/** The guardians of a student and the students of a guardian: every link in which somebody stands on one side, ended ones last. */
export function listLinksOf(tx: ScopeTx, { schoolId, personId }: OfPerson) {
  return tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as ward", (join) =>
      join.onRef("ward.school_id", "=", "g.school_id").onRef("ward.id", "=", "g.student_id"),
    )
    .innerJoin("people as adult", (join) =>
      join.onRef("adult.school_id", "=", "g.school_id").onRef("adult.id", "=", "g.guardian_id"),
    )
    .selectAll("g")
    .select([
      "ward.name_used as student_name",
      "adult.full_name as guardian_name",
      "adult.language as guardian_language",
    ])
    .where("g.school_id", "=", schoolId)
    .where((eb) => eb.or([eb("g.student_id", "=", personId), eb("g.guardian_id", "=", personId)]))
    .orderBy((eb) => eb("g.to_on", "is not", null))
    .orderBy("g.call_order")
    .orderBy("g.id")
    .execute();
}

/** The advisory of a student on a day, or undefined. */
export function findAdvisoryOf(tx: ScopeTx, asked: { schoolId: string; studentId: string; on: string }) {
  return tx
    .selectFrom("advisory_members as m")
    .innerJoin("advisories as a", (join) =>
      join.onRef("a.school_id", "=", "m.school_id").onRef("a.id", "=", "m.advisory_id"),
    )
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "a.school_id").onRef("pe.id", "=", "a.advisor_id"),
    )
    .select(["a.id", "a.name", "pe.full_name as advisor_name"])
    .where("m.school_id", "=", asked.schoolId)
    .where("m.student_id", "=", asked.studentId)
    .where("m.from_on", "<=", asked.on)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", asked.on)]))
    .orderBy("m.from_on", "desc")
    .executeTakeFirst();
}

/** People of the school who have not left or gone into somebody and have this full name, whatever its case and accents, and whether they are students; not those known to be born on another day. */
export async function listNamesakes(
  tx: ScopeTx,
  { schoolId, fullName, bornOn }: { schoolId: string; fullName: string; bornOn: string | null },
): Promise<{ id: string; full_name: string; born_on: string | null; is_student: boolean }[]> {
  return tx
    .selectFrom("people")
    .select(["id", "full_name", "born_on"])
    .select(
      sql<boolean>`exists (select from students st where st.school_id = people.school_id and st.id = people.id)`.as(
        "is_student",
      ),
    )
    .where("school_id", "=", schoolId)
    .where("left_on", "is", null)
    .where("merged_into", "is", null)
    .where(sql<boolean>`unaccent(lower(full_name)) = unaccent(lower(${fullName}))`)
    .$if(bornOn !== null, (query) =>
      query.where((eb) => eb.or([eb("born_on", "=", bornOn), eb("born_on", "is", null)])),
    )
    .orderBy("id")
    .limit(5)
    .execute();
}

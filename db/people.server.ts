import { type RawBuilder, sql } from "kysely";
import { outsideName } from "./names.server";
import type { ScopeTx } from "./scope.server";

/** The rights a guardian has over one student now, or undefined. */
export function findGuardianLink(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; guardianId: string; on: string },
) {
  return tx
    .selectFrom("guardian_links")
    .selectAll()
    .where("school_id", "=", asked.schoolId)
    .where("student_id", "=", asked.studentId)
    .where("guardian_id", "=", asked.guardianId)
    .where("from_on", "<=", asked.on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", asked.on)]))
    .executeTakeFirst();
}

/**
 * The mail address of somebody of the school: the preferred one, then one they proved, then the oldest. One that nobody
 * proved is used too, because a roster gives no other; undefined when there is none, or none that still takes mail.
 */
export async function findMailOf(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string | undefined> {
  return (await mailsOf(tx, { schoolId, personId }).executeTakeFirst())?.value;
}

/**
 * The same for a mail that names a place where a student is, to the student or to somebody of the family: none that is also the
 * address of an adult of that student who may not know whereabouts, today or by a link that is still to begin, and where there is
 * such an adult none that a household shares. Who opens a shared mailbox is not known.
 */
export async function findMailNamingPlaces(
  tx: ScopeTx,
  { schoolId, personId, on }: { schoolId: string; personId: string; on: string },
): Promise<string | undefined> {
  const isShared = sql`c.shared`;
  const row = await mailsOf(tx, { schoolId, personId })
    .where(sql<boolean>`not ${isOpenToUntold({ schoolId, personId, on, value: sql`c.value`, isShared })}`)
    .executeTakeFirst();
  return row?.value;
}

/** Whether one address of somebody may be told where a student is, by the same rule: also one that only waits to be corrected. */
export async function isMailForPlaces(
  tx: ScopeTx,
  { schoolId, personId, mail, on }: { schoolId: string; personId: string; mail: string; on: string },
): Promise<boolean> {
  const value = sql`${mail.trim()}`;
  const isShared = sql`exists (select from contact_points c
    where c.school_id = ${schoolId} and c.person_id = ${personId} and c.kind = 'mail' and c.shared
    and lower(c.value) = lower(${value}))`;
  const { rows } = await sql<{ open: boolean }>`
    select ${isOpenToUntold({ schoolId, personId, on, value, isShared })} as open
    from people where school_id = ${schoolId} and id = ${personId}`.execute(tx);
  return rows[0]?.open === false;
}

interface Mailbox {
  schoolId: string;
  personId: string;
  on: string;
  value: RawBuilder<unknown>;
  isShared: RawBuilder<unknown>;
}

/** Whether an adult may open a mailbox who may not know where a student of its owner is, or where the owner is who is one. */
function isOpenToUntold({ schoolId, personId, on, value, isShared }: Mailbox) {
  const isStanding = (link: string) =>
    sql`(${sql.ref(`${link}.to_on`)} is null or ${sql.ref(`${link}.to_on`)} >= ${on})`;
  const ownStudents = sql`(select ${personId}::uuid union all
    select own.student_id from guardian_links own
    where own.school_id = ${schoolId} and own.guardian_id = ${personId} and ${isStanding("own")})`;
  return sql<boolean>`exists (select from guardian_links g
    where g.school_id = ${schoolId} and g.student_id in ${ownStudents} and g.guardian_id <> ${personId}
    and not g.may_know_whereabouts and ${isStanding("g")}
    and (${isShared} or exists (select from contact_points theirs
      where theirs.school_id = g.school_id and theirs.person_id = g.guardian_id
      and ${isSameOpening(value)})))`;
}

const lettersOf = (value: RawBuilder<unknown>) => sql`regexp_replace(lower(${value}), '[^[:alnum:]]', '', 'g')`;

/**
 * Mail addresses by their letters, those of letters without what stands between, numbers by how they end: with or without the country
 * they ring at the same place.
 */
const isSameOpening = (
  value: RawBuilder<unknown>,
) => sql`case when theirs.kind = 'mail' then lower(theirs.value) = lower(${value})
    when theirs.kind = 'post' then ${lettersOf(sql`theirs.value`)} = ${lettersOf(value)}
    else theirs.kind in ('phone', 'sms') and right(regexp_replace(theirs.value, '\\D', '', 'g'), 10) = right(regexp_replace(${value}, '\\D', '', 'g'), 10) end`;

/**
 * The numbers of somebody of the school, the preferred one first, each with whether an adult may answer it who may not know where a
 * student is.
 */
export function listNumbersOf(tx: ScopeTx, whose: Whose): Promise<Way[]> {
  return listWays(tx, { ...whose, kinds: ["phone", "sms"], isShared: sql`c.shared` });
}

/**
 * Where letters reach somebody of the school, the preferred place first, each with whether an adult may open one who may not know
 * where a student is. The family of a student opens what comes to the student's home.
 */
export function listPostOf(tx: ScopeTx, whose: Whose): Promise<Way[]> {
  const { schoolId, personId } = whose;
  const isShared = sql`(c.shared or exists (select from students s where s.school_id = ${schoolId} and s.id = ${personId}))`;
  return listWays(tx, { ...whose, kinds: ["post"], isShared });
}

interface Whose {
  schoolId: string;
  personId: string;
  on: string;
}

interface Way {
  value: string;
  isOpenToUntold: boolean;
}

async function listWays(
  tx: ScopeTx,
  { schoolId, personId, on, kinds, isShared }: Whose & { kinds: string[]; isShared: RawBuilder<unknown> },
): Promise<Way[]> {
  const rows = await tx
    .selectFrom("contact_points as c")
    .select("c.value")
    .select(isOpenToUntold({ schoolId, personId, on, value: sql`c.value`, isShared }).as("isOpenToUntold"))
    .where("c.school_id", "=", schoolId)
    .where("c.person_id", "=", personId)
    .where("c.kind", "in", kinds)
    .orderBy("c.preferred", "desc")
    .orderBy("c.id")
    .execute();
  return [...new Map(rows.map((row) => [row.value, row])).values()];
}

function mailsOf(tx: ScopeTx, { schoolId, personId }: { schoolId: string; personId: string }) {
  return tx
    .selectFrom("contact_points as c")
    .select("c.value")
    .where("c.school_id", "=", schoolId)
    .where("c.person_id", "=", personId)
    .where("c.kind", "=", "mail")
    .where("c.undeliverable_at", "is", null)
    .orderBy("c.preferred", "desc")
    .orderBy((eb) => eb("c.verified_at", "is not", null), "desc")
    .orderBy("c.id")
    .limit(1);
}

/** The language somebody of the school reads. */
export async function findLanguageOf(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("people")
    .select("language")
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row?.language;
}

/** Name, language and birthday of somebody who has not left the school by a day. */
export function findPersonToWrite(
  tx: ScopeTx,
  { schoolId, personId, on }: { schoolId: string; personId: string; on: string },
) {
  return tx
    .selectFrom("people")
    .select(["name_used", "language", "born_on"])
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .where((eb) => eb.or([eb("left_on", "is", null), eb("left_on", ">", on)]))
    .executeTakeFirst();
}

/** The mail address of a mentor, the preferred one first. */
export async function findMailOfMentor(
  tx: ScopeTx,
  { districtId, mentorId }: { districtId: string; mentorId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("mentor_contact_points")
    .select("value")
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where("kind", "=", "mail")
    .where("undeliverable_at", "is", null)
    .orderBy("preferred", "desc")
    .orderBy((eb) => eb("verified_at", "is not", null), "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.value;
}

/**
 * Who hears what happens at the school: its coordinators with a mail address, once each; the admins where there is no
 * coordinator yet.
 */
export async function listCoordinators(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  const rows = await tx
    .selectFrom("identity.memberships as ms")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "ms.school_id").onRef("pe.id", "=", "ms.person_id"),
    )
    .select(["pe.id as person_id", "pe.name_used", "pe.language", "ms.role"])
    .distinct()
    .where("ms.school_id", "=", schoolId)
    .where("ms.role", "in", ["coordinator", "admin"])
    .where("ms.from_on", "<=", on)
    .where((eb) => eb.or([eb("ms.to_on", "is", null), eb("ms.to_on", ">=", on)]))
    .orderBy("pe.id")
    .execute();
  const coordinators = rows.filter((row) => row.role === "coordinator");
  const reached = [];
  for (const row of coordinators.length > 0 ? coordinators : rows) {
    const mail = await findMailOf(tx, { schoolId, personId: row.person_id });
    if (mail) reached.push({ ...row, mail });
  }
  return reached;
}

/** The liked and disliked interests of a student, strongest first. */
export function listStudentInterests(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("student_interests")
    .select(["interest_id", "strength", "liked"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("strength", "desc")
    .orderBy("interest_id")
    .execute();
}

/** A student of the school with name, grade and what the engine may know. */
export function findStudent(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .selectAll("st")
    .select(["pe.full_name", "pe.name_used", "pe.language", "pe.born_on", "pe.left_on"])
    .where("st.school_id", "=", schoolId)
    .where("st.id", "=", studentId)
    .executeTakeFirst();
}

export function findMentor(tx: ScopeTx, { districtId, mentorId }: { districtId: string; mentorId: string }) {
  return tx
    .selectFrom("mentors")
    .selectAll()
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
}

/** The students a guardian is linked to on a day, with the rights of each link. */
export function listChildren(
  tx: ScopeTx,
  { schoolId, guardianId, on }: { schoolId: string; guardianId: string; on: string },
) {
  return tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "g.school_id").onRef("pe.id", "=", "g.student_id"),
    )
    .select([
      "g.student_id",
      "g.relationship",
      "g.may_consent",
      "g.may_see_records",
      "g.may_know_whereabouts",
      "g.student_lets_see",
      "g.rights_undecided",
      "pe.born_on",
    ])
    .select(outsideName("pe").as("name_used"))
    .where("g.school_id", "=", schoolId)
    .where("g.guardian_id", "=", guardianId)
    .where("g.from_on", "<=", on)
    .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)]))
    .orderBy("pe.name_used")
    .execute();
}

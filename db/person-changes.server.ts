import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface Names {
  fullName: string;
  nameUsed: string;
  nameUsedFor: "everyone" | "staff";
  pronunciation: string;
  pronouns: string;
}

/** Whoever adds people of a school takes turns, so that nobody is added twice at once; until the transaction ends. */
export async function lockPeople(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people:${schoolId}`}, 0))`.execute(tx);
}

/** The student of the school with a number, or undefined. */
export function findStudentByNumber(
  tx: ScopeTx,
  { schoolId, studentNumber }: { schoolId: string; studentNumber: string },
) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select(["st.id", "pe.full_name"])
    .where("st.school_id", "=", schoolId)
    .where("st.student_number", "=", studentNumber)
    .executeTakeFirst();
}

/** Adds somebody to the school and answers their id. */
export async function insertPerson(
  tx: ScopeTx,
  person: { schoolId: string; fullName: string; nameUsed: string; language: string; bornOn: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto("people")
    .values({
      school_id: person.schoolId,
      full_name: person.fullName,
      name_used: person.nameUsed,
      language: person.language,
      born_on: person.bornOn,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Makes somebody of the school a student of it. */
export async function insertStudent(
  tx: ScopeTx,
  student: {
    schoolId: string;
    districtId: string;
    personId: string;
    grade: number;
    studentNumber: string | null;
    languages: readonly string[];
    directoryOptOut: boolean;
    areaId: string | null;
    on: string;
  },
): Promise<void> {
  await tx
    .insertInto("students")
    .values({
      school_id: student.schoolId,
      district_id: student.districtId,
      id: student.personId,
      grade: student.grade,
      student_number: student.studentNumber,
      languages: [...student.languages],
      directory_opt_out: student.directoryOptOut,
      area_id: student.areaId,
      entered_on: student.on,
    })
    .execute();
}

/** The names of somebody, locked until the transaction ends, or undefined. */
export async function lockNames(
  tx: ScopeTx,
  { schoolId, personId }: { schoolId: string; personId: string },
): Promise<Names | undefined> {
  const row = await tx
    .selectFrom("people")
    .select(["full_name", "name_used", "name_used_for", "pronunciation", "pronouns"])
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    fullName: row.full_name,
    nameUsed: row.name_used,
    nameUsedFor: row.name_used_for as Names["nameUsedFor"],
    pronunciation: row.pronunciation,
    pronouns: row.pronouns,
  };
}

export async function updateNames(
  tx: ScopeTx,
  { schoolId, personId, names }: { schoolId: string; personId: string; names: Names },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({
      full_name: names.fullName,
      name_used: names.nameUsed,
      name_used_for: names.nameUsedFor,
      pronunciation: names.pronunciation,
      pronouns: names.pronouns,
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
}

/** Keeps what somebody was called until now, where no page can read it. */
export async function insertFormerName(
  tx: ScopeTx,
  former: {
    schoolId: string;
    personId: string;
    fullName: string;
    nameUsed: string;
    changedBy: string | null;
    now: Date;
  },
): Promise<void> {
  await tx
    .insertInto("former_names")
    .values({
      school_id: former.schoolId,
      person_id: former.personId,
      full_name: former.fullName,
      name_used: former.nameUsed,
      changed_by: former.changedBy,
      changed_at: former.now.toISOString(),
    })
    .execute();
}

/** The language somebody is written to in; for a student also those they speak. False when nobody of the school has that id. */
export async function updateLanguages(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; language: string; spoken: readonly string[] },
): Promise<boolean> {
  const { schoolId, personId, language, spoken } = asked;
  const result = await tx
    .updateTable("people")
    .set({ language })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .executeTakeFirst();
  await tx
    .updateTable("students")
    .set({ languages: [...spoken] })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
  return result.numUpdatedRows > 0n;
}

/** What a school's own records say of a student. */
export interface StudentFacts {
  bornOn: string | null;
  grade: number;
  studentNumber: string | null;
  areaId: string | null;
}

/** Writes over what the school's records say of a student. */
export async function updateFacts(
  tx: ScopeTx,
  { schoolId, personId, facts }: { schoolId: string; personId: string; facts: StudentFacts },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({ born_on: facts.bornOn })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
  await tx
    .updateTable("students")
    .set({ grade: facts.grade, student_number: facts.studentNumber, area_id: facts.areaId })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
}

/** From now on somebody counts as gone from the school since a day, or, with none, as here. */
export async function markLeft(
  tx: ScopeTx,
  { schoolId, personId, on }: { schoolId: string; personId: string; on: string | null },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({ left_on: on })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
}

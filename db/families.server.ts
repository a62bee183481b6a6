import { sql } from "kysely";
import { contactKeyOf, SHORTEST_KEY } from "./contact-keys.server";
import type { ScopeTx } from "./scope.server";

interface OnDay {
  schoolId: string;
  /** Civil date at the school. */
  on: string;
}

/** The students who are at the school on a day, by full name, for whoever may see them all. */
export function listSchoolStudents(
  tx: ScopeTx,
  { schoolId, on }: OnDay,
): Promise<{ student_id: string; full_name: string }[]> {
  return tx
    .selectFrom("students as s")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "s.school_id").onRef("pe.id", "=", "s.id"))
    .select(["s.id as student_id", "pe.full_name"])
    .where("s.school_id", "=", schoolId)
    .where((eb) => eb.or([eb("pe.left_on", "is", null), eb("pe.left_on", ">=", on)]))
    .orderBy("pe.full_name")
    .orderBy("s.id")
    .execute();
}

/** The guardians of students who are at the school on a day, by full name, each with the names of those children; of some students only, or all. */
export async function listGuardiansWithChildren(
  tx: ScopeTx,
  { schoolId, on, studentIds }: OnDay & { studentIds: readonly string[] | null },
): Promise<{ guardian_id: string; full_name: string; children: string }[]> {
  if (studentIds?.length === 0) return [];
  return tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "g.school_id").onRef("pe.id", "=", "g.guardian_id"),
    )
    .innerJoin("people as c", (join) =>
      join.onRef("c.school_id", "=", "g.school_id").onRef("c.id", "=", "g.student_id"),
    )
    .select(["g.guardian_id", "pe.full_name"])
    .select(sql<string>`string_agg(c.full_name, ', ' order by c.full_name)`.as("children"))
    .where("g.school_id", "=", schoolId)
    .where("g.from_on", "<=", on)
    .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)]))
    .where((eb) => eb.or([eb("c.left_on", "is", null), eb("c.left_on", ">=", on)]))
    .$if(studentIds !== null, (query) => query.where("g.student_id", "in", [...(studentIds ?? [])]))
    .groupBy(["g.guardian_id", "pe.full_name"])
    .orderBy("pe.full_name")
    .orderBy("g.guardian_id")
    .execute();
}

/** These students and all who share a guardian with one of them: the children of a family, step-brothers and -sisters too. */
export function listFamilyOf(
  tx: ScopeTx,
  { schoolId, on, studentIds }: OnDay & { studentIds: readonly string[] },
): Promise<{ student_id: string; full_name: string }[]> {
  const linksOn = tx
    .selectFrom("guardian_links")
    .select(["student_id", "guardian_id"])
    .where("school_id", "=", schoolId)
    .where("from_on", "<=", on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]));
  const named = [...studentIds];
  return tx
    .selectFrom("people as pe")
    .select(["pe.id as student_id", "pe.full_name"])
    .where("pe.school_id", "=", schoolId)
    .where((eb) =>
      eb.or([
        eb("pe.id", "in", named),
        eb(
          "pe.id",
          "in",
          tx
            .selectFrom(linksOn.as("g"))
            .select("g.student_id")
            .where(
              "g.guardian_id",
              "in",
              tx.selectFrom(linksOn.as("n")).select("n.guardian_id").where("n.student_id", "in", named),
            ),
        ),
      ]),
    )
    .orderBy("pe.full_name")
    .orderBy("pe.id")
    .execute();
}

/**
 * Students with whom a mentor of the district shares a phone or mail address, their own or a guardian's, and of whom nobody
 * has ruled yet. One mentor, or all of them.
 */
export function listHouseholdPairs(
  tx: ScopeTx,
  { schoolId, districtId, on, mentorId }: OnDay & { districtId: string; mentorId?: string },
): Promise<{ mentor_id: string; mentor_name: string; student_id: string }[]> {
  return tx
    .selectFrom("mentor_contact_points as mc")
    .innerJoin("contact_points as c", (join) => join.on(contactKeyOf("c"), "=", contactKeyOf("mc")))
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "mc.district_id").onRef("m.id", "=", "mc.mentor_id"),
    )
    .leftJoin("guardian_links as g", (join) =>
      join
        .onRef("g.school_id", "=", "c.school_id")
        .onRef("g.guardian_id", "=", "c.person_id")
        .on("g.from_on", "<=", on)
        .on((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)])),
    )
    .innerJoin("students as s", (join) =>
      join
        .onRef("s.school_id", "=", "c.school_id")
        .on((eb) => eb("s.id", "=", eb.fn.coalesce("g.student_id", "c.person_id"))),
    )
    .leftJoin("forbidden_pairs as f", (join) =>
      join
        .onRef("f.school_id", "=", "s.school_id")
        .onRef("f.student_id", "=", "s.id")
        .onRef("f.mentor_id", "=", "m.id"),
    )
    .select(["m.id as mentor_id", "m.full_name as mentor_name", "s.id as student_id"])
    .distinct()
    .where("c.school_id", "=", schoolId)
    .where("mc.district_id", "=", districtId)
    .where("f.state", "is", null)
    .where(sql<number>`length(${contactKeyOf("mc")})`, ">=", SHORTEST_KEY)
    .$if(mentorId !== undefined, (query) => query.where("m.id", "=", mentorId ?? ""))
    .orderBy("m.id")
    .orderBy("s.id")
    .execute();
}

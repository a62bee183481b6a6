import type { ScopeTx } from "./scope.server";

/** Whether a student is in the advisory of a staff member on a day, their own or one they cover. */
export async function isInAdvisoryOf(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; staffId: string; on: string },
): Promise<boolean> {
  const row = await advisoryStudents(tx, asked).where("m.student_id", "=", asked.studentId).executeTakeFirst();
  return row !== undefined;
}

/** The students of a staff member's advisories on a day, covered ones included, by name. */
export function listAdvisoryStudents(tx: ScopeTx, asked: { schoolId: string; staffId: string; on: string }) {
  return advisoryStudents(tx, asked)
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.student_id"),
    )
    .select(["pe.full_name", "pe.name_used", "a.name as advisory_name"])
    .orderBy("pe.name_used")
    .orderBy("m.student_id")
    .execute();
}

function advisoryStudents(tx: ScopeTx, { schoolId, staffId, on }: { schoolId: string; staffId: string; on: string }) {
  return tx
    .selectFrom("advisory_members as m")
    .innerJoin("advisories as a", (join) =>
      join.onRef("a.school_id", "=", "m.school_id").onRef("a.id", "=", "m.advisory_id"),
    )
    .select(["m.student_id"])
    .where("m.school_id", "=", schoolId)
    .where("m.from_on", "<=", on)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", on)]))
    .where((eb) =>
      eb.or([
        eb("a.advisor_id", "=", staffId),
        eb.exists(
          eb
            .selectFrom("advisory_covers as c")
            .select("c.id")
            .whereRef("c.school_id", "=", "a.school_id")
            .whereRef("c.advisory_id", "=", "a.id")
            .where("c.cover_id", "=", staffId)
            .where("c.from_on", "<=", on)
            .where("c.to_on", ">=", on),
        ),
      ]),
    );
}

/** The advisors of a student on a day, by name. */
export function listAdvisorsOf(tx: ScopeTx, asked: { schoolId: string; studentId: string; on: string }) {
  return tx
    .selectFrom("advisory_members as m")
    .innerJoin("advisories as a", (join) =>
      join.onRef("a.school_id", "=", "m.school_id").onRef("a.id", "=", "m.advisory_id"),
    )
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "a.school_id").onRef("pe.id", "=", "a.advisor_id"),
    )
    .select(["pe.id", "pe.full_name"])
    .distinct()
    .where("m.school_id", "=", asked.schoolId)
    .where("m.student_id", "=", asked.studentId)
    .where("m.from_on", "<=", asked.on)
    .where((eb) => eb.or([eb("m.to_on", "is", null), eb("m.to_on", ">=", asked.on)]))
    .orderBy("pe.full_name")
    .execute();
}

import type { ExpressionBuilder } from "kysely";
import type { DB } from "./schema.generated";
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
    .select(["pe.full_name", "pe.name_used", "pe.born_on", "a.name as advisory_name"])
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

/** The advisors of a student on a day and whoever covers for one then, by name. */
export function listAdvisorsOf(tx: ScopeTx, asked: { schoolId: string; studentId: string; on: string }) {
  return tx
    .selectFrom("advisory_members as m")
    .innerJoin("advisories as a", (join) =>
      join.onRef("a.school_id", "=", "m.school_id").onRef("a.id", "=", "m.advisory_id"),
    )
    .leftJoin("advisory_covers as c", (join) =>
      join
        .onRef("c.school_id", "=", "a.school_id")
        .onRef("c.advisory_id", "=", "a.id")
        .on("c.from_on", "<=", asked.on)
        .on("c.to_on", ">=", asked.on),
    )
    .innerJoin("people as pe", (join) =>
      join
        .onRef("pe.school_id", "=", "a.school_id")
        .on((eb) => eb.or([eb("pe.id", "=", eb.ref("a.advisor_id")), eb("pe.id", "=", eb.ref("c.cover_id"))])),
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

/** The advisories of a school with their advisors, by name. */
export function listAdvisories(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("advisories as a")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "a.school_id").onRef("pe.id", "=", "a.advisor_id"),
    )
    .select(["a.id", "a.name", "a.advisor_id", "pe.full_name as advisor_name"])
    .where("a.school_id", "=", schoolId)
    .orderBy("a.name")
    .orderBy("a.id")
    .execute();
}

/** Gives an advisor an advisory and answers its id. */
export async function insertAdvisory(
  tx: ScopeTx,
  { schoolId, name, advisorId }: { schoolId: string; name: string; advisorId: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("advisories")
    .values({ school_id: schoolId, name, advisor_id: advisorId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A student is in this advisory from a day on, and in no other; null: in none. */
export async function placeInAdvisory(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; advisoryId: string | null; on: string; dayBefore: string },
): Promise<void> {
  const { schoolId, studentId, advisoryId, on } = asked;
  const own = (eb: ExpressionBuilder<DB, "advisory_members">) =>
    eb.and([eb("school_id", "=", schoolId), eb("student_id", "=", studentId)]);
  await tx.deleteFrom("advisory_members").where(own).where("from_on", ">=", on).execute();
  await tx
    .updateTable("advisory_members")
    .set({ to_on: asked.dayBefore })
    .where(own)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .execute();
  if (advisoryId === null) return;
  await tx
    .insertInto("advisory_members")
    .values({ school_id: schoolId, advisory_id: advisoryId, student_id: studentId, from_on: on })
    .execute();
}

/** Another member of staff has an advisory from now on; false when the school has no such advisory. */
export async function giveAdvisory(
  tx: ScopeTx,
  { schoolId, advisoryId, advisorId }: { schoolId: string; advisoryId: string; advisorId: string },
): Promise<boolean> {
  const result = await tx
    .updateTable("advisories")
    .set({ advisor_id: advisorId })
    .where("school_id", "=", schoolId)
    .where("id", "=", advisoryId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The last day of a student in their advisory. */
export async function endPlaceInAdvisory(
  tx: ScopeTx,
  { schoolId, studentId, lastDay }: { schoolId: string; studentId: string; lastDay: string },
): Promise<void> {
  await tx
    .updateTable("advisory_members")
    .set({ to_on: lastDay })
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("to_on", "is", null)
    .execute();
}

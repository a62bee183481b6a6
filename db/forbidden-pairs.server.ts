import type { ScopeTx } from "./scope.server";

interface Pair {
  schoolId: string;
  studentId: string;
  mentorId: string;
}

/** Forbids a pair until a coordinator decides. One that was decided before stays decided. */
export async function forbidPair(
  tx: ScopeTx,
  pair: Pair & { districtId: string; reason: "relative" | "household" | "staff" | "transfer" },
): Promise<void> {
  await tx
    .insertInto("forbidden_pairs")
    .values({
      school_id: pair.schoolId,
      district_id: pair.districtId,
      student_id: pair.studentId,
      mentor_id: pair.mentorId,
      reason: pair.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** True while the pair is forbidden. */
export async function isForbiddenPair(tx: ScopeTx, { schoolId, studentId, mentorId }: Pair): Promise<boolean> {
  const row = await tx
    .selectFrom("forbidden_pairs")
    .select("state")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("mentor_id", "=", mentorId)
    .where("state", "=", "standing")
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of some mentors who are kept apart from a student, by name. */
export function listForbiddenMentors(
  tx: ScopeTx,
  { schoolId, studentId, mentorIds }: { schoolId: string; studentId: string; mentorIds: readonly string[] },
) {
  if (mentorIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom("forbidden_pairs as f")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "f.district_id").onRef("m.id", "=", "f.mentor_id"),
    )
    .select(["m.id", "m.name_used"])
    .where("f.school_id", "=", schoolId)
    .where("f.student_id", "=", studentId)
    .where("f.mentor_id", "in", [...mentorIds])
    .where("f.state", "=", "standing")
    .orderBy("m.name_used")
    .execute();
}

/** Every mentor who is kept apart from a student, by name. */
export function listMentorsApart(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("forbidden_pairs as f")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "f.district_id").onRef("m.id", "=", "f.mentor_id"),
    )
    .select(["m.id", "m.name_used as name"])
    .where("f.school_id", "=", schoolId)
    .where("f.student_id", "=", studentId)
    .where("f.state", "=", "standing")
    .orderBy("m.id")
    .execute();
}

/** The students of the school who are kept apart from one of these mentors. */
export async function listForbiddenStudents(
  tx: ScopeTx,
  { schoolId, mentorIds }: { schoolId: string; mentorIds: readonly string[] },
): Promise<string[]> {
  if (mentorIds.length === 0) return [];
  const rows = await tx
    .selectFrom("forbidden_pairs")
    .select("student_id")
    .distinct()
    .where("school_id", "=", schoolId)
    .where("mentor_id", "in", [...mentorIds])
    .where("state", "=", "standing")
    .execute();
  return rows.map((row) => row.student_id);
}

/** Lifts a pair that a coordinator decided about; answers false when it did not stand. */
export async function liftPair(tx: ScopeTx, pair: Pair & { by: string; on: string; note: string }): Promise<boolean> {
  const result = await tx
    .updateTable("forbidden_pairs")
    .set({ state: "lifted", decided_by: pair.by, decided_on: pair.on, note: pair.note })
    .where("school_id", "=", pair.schoolId)
    .where("student_id", "=", pair.studentId)
    .where("mentor_id", "=", pair.mentorId)
    .where("state", "=", "standing")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

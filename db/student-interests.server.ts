import type { StudentInterest } from "~/domain/interest/student-interest";
import type { ScopeTx } from "./scope.server";

interface OfStudent {
  schoolId: string;
  studentId: string;
}

/** What a student said they like and dislike, strongest first. */
export async function listStudentInterests(
  tx: ScopeTx,
  { schoolId, studentId }: OfStudent,
): Promise<StudentInterest[]> {
  const rows = await tx
    .selectFrom("student_interests")
    .select(["interest_id", "strength", "liked"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("liked", "desc")
    .orderBy("strength", "desc")
    .orderBy("interest_id")
    .execute();
  return rows.map(({ interest_id, strength, liked }) => ({
    interestId: interest_id,
    strength: strength as StudentInterest["strength"],
    liked,
  }));
}

/** Makes these the student's interests, and no others. The caller holds the student's lock. */
export async function replaceStudentInterests(
  tx: ScopeTx,
  { schoolId, studentId, interests, now }: OfStudent & { interests: readonly StudentInterest[]; now: Date },
): Promise<void> {
  const kept = interests.map(({ interestId }) => interestId);
  await tx
    .deleteFrom("student_interests")
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .$if(kept.length > 0, (query) => query.where("interest_id", "not in", kept))
    .execute();
  if (interests.length === 0) return;
  await tx
    .insertInto("student_interests")
    .values(
      interests.map(({ interestId, strength, liked }) => ({
        school_id: schoolId,
        student_id: studentId,
        interest_id: interestId,
        strength,
        liked,
        updated_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["school_id", "student_id", "interest_id"]).doUpdateSet((eb) => ({
        strength: eb.ref("excluded.strength"),
        liked: eb.ref("excluded.liked"),
        updated_at: eb.ref("excluded.updated_at"),
      })),
    )
    .execute();
}

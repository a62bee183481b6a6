import { sql } from "kysely";
import { AGE_OF_OWN_RIGHTS } from "~/domain/consent/holder";
import { outsideName } from "./names.server";
import type { ScopeTx } from "./scope.server";

interface OfStudent {
  schoolId: string;
  studentId: string;
}

const bornBy = (on: string) => sql<string>`(${on}::date - make_interval(years => ${AGE_OF_OWN_RIGHTS}::int))::date`;

/** Students at the school who may hold their own rights on a day and were not told so yet; the rule of the domain decides. */
export function listComingOfAge(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  return tx
    .selectFrom("students as s")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "s.school_id").onRef("pe.id", "=", "s.id"))
    .select(["s.id", "s.entered_on", "pe.born_on"])
    .where("s.school_id", "=", schoolId)
    .where("s.rights_moved_at", "is", null)
    .where("pe.born_on", "<=", bornBy(on))
    .where((eb) => eb.or([eb("pe.left_on", "is", null), eb("pe.left_on", ">", on)]))
    .orderBy("s.id")
    .execute();
}

/** Students of whom it is noted that they were told, and who are not that old on a day: the birthday was wrong and is mended. */
export function listMovedTooEarly(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  return tx
    .selectFrom("students as s")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "s.school_id").onRef("pe.id", "=", "s.id"))
    .select(["s.id", "pe.born_on"])
    .where("s.school_id", "=", schoolId)
    .where("s.rights_moved_at", "is not", null)
    .where((eb) => eb.or([eb("pe.born_on", "is", null), eb("pe.born_on", ">", bornBy(on))]))
    .where((eb) => eb.or([eb("pe.left_on", "is", null), eb("pe.left_on", ">", on)]))
    .orderBy("s.id")
    .execute();
}

/** Notes that a student and the family are told; false when somebody did before. */
export async function markRightsMoved(tx: ScopeTx, { schoolId, studentId, now }: OfStudent & { now: Date }) {
  const result = await tx
    .updateTable("students")
    .set({ rights_moved_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", studentId)
    .where("rights_moved_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes that what they were told was wrong; false when nothing is noted. */
export async function clearRightsMoved(tx: ScopeTx, { schoolId, studentId }: OfStudent): Promise<boolean> {
  const result = await tx
    .updateTable("students")
    .set({ rights_moved_at: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", studentId)
    .where("rights_moved_at", "is not", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** A student's birthday, the language they read, what they are called by themselves and by others; undefined where there is none. */
export function findStudentToTell(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("people as pe")
    .innerJoin("students as s", (join) => join.onRef("s.school_id", "=", "pe.school_id").onRef("s.id", "=", "pe.id"))
    .select(["pe.born_on", "pe.language", "pe.name_used"])
    .select(outsideName("pe").as("outside_name"))
    .where("pe.school_id", "=", schoolId)
    .where("pe.id", "=", studentId)
    .executeTakeFirst();
}

/** The adults tied to a student on a day by any right, first to call first. */
export function listFamilyWithRights(tx: ScopeTx, { schoolId, studentId, on }: OfStudent & { on: string }) {
  return tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "g.school_id").onRef("pe.id", "=", "g.guardian_id"),
    )
    .select(["g.id", "g.guardian_id", "g.relationship", "g.may_see_records", "g.may_know_whereabouts"])
    .select(["g.student_lets_see", "pe.name_used", "pe.language"])
    .where("g.school_id", "=", schoolId)
    .where("g.student_id", "=", studentId)
    .where("g.from_on", "<=", on)
    .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)]))
    .where((eb) =>
      eb.or([
        eb("g.may_consent", "=", true),
        eb("g.may_see_records", "=", true),
        eb("g.may_know_whereabouts", "=", true),
      ]),
    )
    .orderBy("g.call_order")
    .orderBy("pe.id")
    .execute();
}

/** What anybody was asked or said about a student and nothing newer has replaced: of the year, and of single pursuits. */
export function listAskedOrAnswered(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("consents")
    .select(["id", "guardian_id", "purpose", "pursuit_id", "state"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("state", "in", ["requested", "given", "refused", "revoked"])
    .orderBy("requested_at")
    .orderBy("id")
    .execute();
}

/** What a student lets one guardian see. */
export async function updateStudentLetsSee(
  tx: ScopeTx,
  { schoolId, linkId, letsSee }: { schoolId: string; linkId: string; letsSee: boolean },
): Promise<void> {
  await tx
    .updateTable("guardian_links")
    .set({ student_lets_see: letsSee })
    .where("school_id", "=", schoolId)
    .where("id", "=", linkId)
    .execute();
}

import type { ScopeTx } from "./scope.server";

/** The names of a school's students, to keep them out of what leaves for somebody else. */
export function listStudentsToHide(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ fullName: string; nameUsed: string }[]> {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select(["pe.full_name as fullName", "pe.name_used as nameUsed"])
    .where("st.school_id", "=", schoolId)
    .execute();
}

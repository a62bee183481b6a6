import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface StudentInterestRow {
  interest_id: string;
  strength: number;
  liked: boolean;
}

/** Students of a school who have not left, with what the index of interests may hold; of the named keys only when there are some. */
export function listStudentsToIndex(
  tx: ScopeTx,
  { schoolId, keys }: { schoolId: string; keys: readonly string[] | null },
) {
  return schoolStudents(tx, schoolId)
    .select(["st.search_key", "st.grade", "st.area_id", "st.weekdays"])
    .$if(keys !== null, (query) => query.where("st.search_key", "in", [...(keys ?? [])]))
    .orderBy("st.search_key")
    .execute();
}

/** Where every student of a school lives and in which grade they are: what may be told of one depends on the others. */
export function listStudentTraits(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select(["st.grade", "st.area_id"])
    .where("st.school_id", "=", schoolId)
    .where("pe.left_on", "is", null)
    .execute();
}

/** The students behind keys of the index, by name. */
export function listStudentsByKeys(tx: ScopeTx, { schoolId, keys }: { schoolId: string; keys: readonly string[] }) {
  return schoolStudents(tx, schoolId)
    .select(["st.search_key", "st.id", "pe.full_name", "st.grade", "st.weekdays"])
    .where("st.search_key", "in", [...keys])
    .orderBy("pe.full_name")
    .execute();
}

function schoolStudents(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select((eb) =>
      eb
        .selectFrom("student_interests as i")
        .select(
          sql<
            StudentInterestRow[]
          >`coalesce(json_agg(json_build_object('interest_id', i.interest_id, 'strength', i.strength, 'liked', i.liked) order by i.interest_id), '[]')`.as(
            "interests",
          ),
        )
        .whereRef("i.school_id", "=", "st.school_id")
        .whereRef("i.student_id", "=", "st.id")
        .as("interests"),
    )
    .where("st.school_id", "=", schoolId)
    .where("pe.left_on", "is", null);
}

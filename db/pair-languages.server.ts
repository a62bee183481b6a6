import type { ScopeTx } from "./scope.server";

/** Languages of a pursuit's student, of its placement, and of whoever leads there; null for a mentor where nobody does. */
export function findPairLanguages(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return tx
    .selectFrom("pursuits as u")
    .innerJoin("students as st", (join) =>
      join.onRef("st.school_id", "=", "u.school_id").onRef("st.id", "=", "u.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select(["st.languages as student", "p.languages as placement", "m.languages as mentor"])
    .where("u.school_id", "=", schoolId)
    .where("u.id", "=", pursuitId)
    .executeTakeFirst();
}

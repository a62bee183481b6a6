import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** Whom a placement names. No index knows of "the lead or one of the back-ups": all mentors of the district would be read for it. */
const NAMED = sql<{ mentor_id: string }>`(
  select p.lead_mentor_id as mentor_id
  union
  select b.mentor_id from placement_backups b where b.district_id = p.district_id and b.placement_id = p.id)`.as<"named">(
  sql`named`,
);

/**
 * The lead mentor and the back-ups of a pursuit's placement, none where nobody leads it: who of them is suspended, whom a coordinator
 * of the school has read (with the published text, or as the one whom the first contact went to, also after the pursuit has ended:
 * its host hears that it is over), and who is kept apart from the student.
 */
export function listThreadMentors(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return namedMentors(tx, schoolId).where("u.id", "=", pursuitId).orderBy("m.name_used").orderBy("m.id").execute();
}

/** The same of one mentor in several pursuits, with the pursuit of each row. */
export async function listThreadsOfMentor(
  tx: ScopeTx,
  asked: { schoolId: string; mentorId: string; pursuitIds: readonly string[] },
) {
  if (asked.pursuitIds.length === 0) return [];
  return namedMentors(tx, asked.schoolId)
    .select("u.id as pursuit_id")
    .where("u.id", "in", [...asked.pursuitIds])
    .where("m.id", "=", asked.mentorId)
    .execute();
}

function namedMentors(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("pursuits as u")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoinLateral(NAMED, (join) => join.onTrue())
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "named.mentor_id"),
    )
    .leftJoin("disclosures as d", (join) =>
      join.onRef("d.school_id", "=", "u.school_id").onRef("d.pursuit_id", "=", "u.id"),
    )
    .select(["m.id", "m.name_used", "m.full_name", "m.suspended_at"])
    .select((eb) => [
      sql<boolean>`m.id = any(l.reviewed_mentor_ids) or m.id is not distinct from d.mentor_id`.as("is_read"),
      eb
        .exists(
          eb
            .selectFrom("forbidden_pairs as f")
            .select("f.mentor_id")
            .whereRef("f.school_id", "=", "u.school_id")
            .whereRef("f.student_id", "=", "u.student_id")
            .whereRef("f.mentor_id", "=", "m.id")
            .where("f.state", "=", "standing"),
        )
        .as("is_apart"),
    ])
    .where("u.school_id", "=", schoolId)
    .where("p.lead_mentor_id", "is not", null);
}

import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface Placed {
  schoolId: string;
  /** Only what a student took before this moment counts. */
  takenBefore: Date;
  introductionId?: string;
}

/**
 * Introductions whose mentor, or whose organisation where the introduction brought it, a student of the school took a place
 * with, and whose proposer has not been told. A place of the proposer's own child, of their brothers and sisters, or of the
 * student who proposed does not count: they know, and "not who" would be no secret. Nor does a suspended mentor.
 */
export async function listPlacedIntroductions(
  tx: ScopeTx,
  { schoolId, takenBefore, introductionId }: Placed,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("introductions as i")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "i.district_id").onRef("m.id", "=", "i.mentor_id"),
    )
    .select("i.id")
    .where("i.school_id", "=", schoolId)
    .where("i.state", "=", "accepted")
    .where("i.placed_told_at", "is", null)
    .where("m.suspended_at", "is", null)
    .$if(introductionId !== undefined, (query) => query.where("i.id", "=", introductionId ?? ""))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("pursuits as p")
          .innerJoin("listings as l", (join) =>
            join.onRef("l.school_id", "=", "p.school_id").onRef("l.id", "=", "p.listing_id"),
          )
          .innerJoin("placements as pl", (join) =>
            join.onRef("pl.district_id", "=", "l.district_id").onRef("pl.id", "=", "l.placement_id"),
          )
          .innerJoin("organisations as o", (join) =>
            join.onRef("o.district_id", "=", "pl.district_id").onRef("o.id", "=", "pl.organisation_id"),
          )
          .select("p.id")
          .whereRef("p.school_id", "=", "i.school_id")
          .where("p.state", "in", ["accepted", "completed"])
          .where("p.updated_at", "<", takenBefore.toISOString())
          .where((or) =>
            or.or([
              or("pl.lead_mentor_id", "=", or.ref("i.mentor_id")),
              or.and([or("o.id", "=", or.ref("i.organisation_id")), or("o.source", "=", "introduction")]),
            ]),
          )
          .whereRef("p.student_id", "<>", "i.proposed_by")
          .where(isStranger),
      ),
    )
    .orderBy("i.id")
    .execute();
  return rows.map((row) => row.id);
}

/** The student shares no guardian with the proposer, who may be a guardian or a student. */
const isStranger = sql<boolean>`not exists (
  select from guardian_links g where g.school_id = i.school_id and g.student_id = p.student_id and (
    g.guardian_id = i.proposed_by
    or g.guardian_id in (select s.guardian_id from guardian_links s where s.school_id = i.school_id and s.student_id = i.proposed_by)
    or g.guardian_id in (select s.guardian_id from guardian_links c join guardian_links s using (school_id, student_id)
      where c.school_id = i.school_id and c.guardian_id = i.proposed_by)))`;

/** Notes that the proposer was told; answers false when somebody else told them first. */
export async function updatePlacedTold(
  tx: ScopeTx,
  { schoolId, introductionId, now }: { schoolId: string; introductionId: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable("introductions")
    .set({ placed_told_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .where("state", "=", "accepted")
    .where("placed_told_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

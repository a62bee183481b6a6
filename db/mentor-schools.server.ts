import type { ScopeTx } from "./scope.server";

/** Whether a mentor leads a placement that the school lists, in whatever state, or stands in there. */
export async function isPlacedAt(
  tx: ScopeTx,
  { schoolId, mentorId }: { schoolId: string; mentorId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select("l.id")
    .where("l.school_id", "=", schoolId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("p.lead_mentor_id", "=", mentorId),
        exists(
          selectFrom("placement_backups as b")
            .select("b.mentor_id")
            .whereRef("b.district_id", "=", "p.district_id")
            .whereRef("b.placement_id", "=", "p.id")
            .where("b.mentor_id", "=", mentorId),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

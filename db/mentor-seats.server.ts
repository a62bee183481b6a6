import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** How many seats a mentor leads at a school, in all its published listings, and how many are held on a day or later. No student is named. */
export async function countMentorSeats(
  tx: ScopeTx,
  { schoolId, mentorId, on }: { schoolId: string; mentorId: string; on: string },
): Promise<{ seats: number; held: number }> {
  const rows = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select((eb) => [
      "l.seats",
      eb
        .selectFrom("seat_holds as sh")
        .select((q) => q.fn.count<number>("sh.seat_no").distinct().as("n"))
        .whereRef("sh.school_id", "=", "l.school_id")
        .whereRef("sh.listing_id", "=", "l.id")
        .where(sql<boolean>`(upper_inf(sh.during) or upper(sh.during) > ${on}::date)`)
        .as("held"),
    ])
    .where("l.school_id", "=", schoolId)
    .where("l.state", "=", "published")
    .where("p.lead_mentor_id", "=", mentorId)
    .execute();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return { seats: sum(({ seats }) => seats), held: sum(({ held }) => Number(held ?? 0)) };
}

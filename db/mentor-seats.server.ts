import { sql } from "kysely";
import { seatsToOffer } from "~/domain/pursuit/places";
import type { ScopeTx } from "./scope.server";

export interface MentorSeats {
  seats: number;
  held: number;
  atOnce: number | null;
  /** Whether staff of a school set that number, and not the mentor. */
  setByStaff: boolean;
}

/**
 * How many seats that can be offered a mentor leads at a school, in all its published listings, how many of theirs are held on a day or later in
 * whatever listing, and how many students the mentor takes at once, null where they did not say. No student is named.
 */
export async function countMentorSeats(
  tx: ScopeTx,
  { schoolId, mentorId, on }: { schoolId: string; mentorId: string; on: string },
): Promise<MentorSeats> {
  const rows = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select((eb) => [
      "l.seats",
      "l.state",
      "m.students_at_once",
      "m.at_once_reason",
      eb
        .selectFrom("placement_days as d")
        .select(sql<number[] | null>`array_agg(d.seats)`.as("seats"))
        .whereRef("d.district_id", "=", "p.district_id")
        .whereRef("d.placement_id", "=", "p.id")
        .as("day_seats"),
      eb
        .selectFrom("seat_holds as sh")
        .select((q) => q.fn.count<number>("sh.seat_no").distinct().as("n"))
        .whereRef("sh.school_id", "=", "l.school_id")
        .whereRef("sh.listing_id", "=", "l.id")
        .where(sql<boolean>`(upper_inf(sh.during) or upper(sh.during) > ${on}::date)`)
        .as("held"),
    ])
    .where("l.school_id", "=", schoolId)
    .where("p.lead_mentor_id", "=", mentorId)
    .execute();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    seats: sum(({ seats, day_seats, state }) => (state === "published" ? seatsToOffer(seats, daysOf(day_seats)) : 0)),
    held: sum(({ held }) => Number(held ?? 0)),
    atOnce: rows[0]?.students_at_once ?? null,
    setByStaff: (rows[0]?.at_once_reason ?? "") !== "",
  };
}

function daysOf(seats: readonly number[] | null): { seats: number }[] {
  return (seats ?? []).map((count) => ({ seats: count }));
}

import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/**
 * How many listings, placements, mentors and students of a school somebody decided something about since a moment that changes
 * what plans are made of: seats, what a placement asks and offers, a suspension, what is said about a mentor and how many
 * students they take at once, a background check, and relatives who are let together. Each counts once, however often it was decided.
 */
export async function countEvidenceActs(
  tx: ScopeTx,
  { schoolId, since }: { schoolId: string; since: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("audit_log")
    .select(sql<number>`count(distinct (noun, noun_id))`.as("count"))
    .where("school_id", "=", schoolId)
    .where("at", ">", since)
    .where(({ and, eb, or }) =>
      or([
        // Without a reason only the note to the host was changed.
        and([eb("noun", "=", "listing"), eb("transition", "=", "change"), eb("reason", "<>", "")]),
        and([eb("noun", "=", "placement"), eb("transition", "=", "edit")]),
        and([
          eb("noun", "=", "mentor"),
          eb("transition", "in", ["suspend", "lift_suspension", "students_at_once", "about"]),
        ]),
        and([eb("noun", "=", "student"), eb("transition", "=", "lift_pair")]),
        eb("noun", "=", "clearance"),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

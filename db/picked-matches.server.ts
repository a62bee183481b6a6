import type { ScopeTx } from "./scope.server";

interface Pair {
  schoolId: string;
  studentId: string;
  listingId: string;
}

/** The match of a pair that can be approved, or is and waits: the one of a run if it has one, else another that is open. */
export function findOpenMatch(tx: ScopeTx, { schoolId, studentId, listingId, runId }: Pair & { runId: string | null }) {
  return tx
    .selectFrom("matches")
    .select(["id", "state", "score"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("listing_id", "=", listingId)
    .where("state", "in", ["proposed", "held"])
    .orderBy("state")
    .orderBy((eb) => eb("run_id", "is not distinct from", runId), "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** A pair that a coordinator picked from a ranking, with what the engine says of it; answers its id. */
export async function insertPickedMatch(
  tx: ScopeTx,
  { schoolId, studentId, listingId, score, now }: Pair & { score: number | null; now: Date },
): Promise<string> {
  const pair = { school_id: schoolId, student_id: studentId, listing_id: listingId };
  const { id } = await tx
    .insertInto("matches")
    .values({ ...pair, score, parts: "{}", reasons: "null", picked_at: now.toISOString() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Pairs of a school, a student or a listing that were approved and undone, or put back with the reason, and are not of the
 * plan on the board: of plans before, or of none. The newest plan overtakes them.
 */
export function listTakenBack(
  tx: ScopeTx,
  about: { schoolId: string; runId: string | null; studentId?: string | undefined; listingId?: string | undefined },
) {
  const { schoolId, runId, studentId, listingId } = about;
  return tx
    .selectFrom("matches as m")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "m.school_id").onRef("l.id", "=", "m.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["m.id", "m.student_id", "m.listing_id", "m.hold_fault", "pe.full_name as student_full_name", "p.title"])
    .where("m.school_id", "=", schoolId)
    .where("m.state", "=", "proposed")
    .where((eb) => eb.or([eb("m.run_id", "is", null), eb("m.run_id", "is distinct from", runId)]))
    .where((eb) =>
      eb.or([
        eb("m.hold_fault", "is not", null),
        eb.exists(
          eb
            .selectFrom("audit_log as au")
            .select("au.id")
            .whereRef("au.school_id", "=", "m.school_id")
            .where("au.noun", "=", "match")
            .whereRef("au.noun_id", "=", "m.id")
            .where("au.transition", "=", "release"),
        ),
      ]),
    )
    .$if(studentId !== undefined, (query) => query.where("m.student_id", "=", studentId ?? ""))
    .$if(listingId !== undefined, (query) => query.where("m.listing_id", "=", listingId ?? ""))
    .orderBy("pe.full_name")
    .orderBy("m.id")
    .execute();
}

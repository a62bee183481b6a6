import type { ScopeTx } from "./scope.server";

interface Pair {
  schoolId: string;
  studentId: string;
  listingId: string;
}

/** The match of a pair that can be approved, or is and waits: the one of a run if it has one, else what was picked before. */
export function findOpenMatch(tx: ScopeTx, { schoolId, studentId, listingId, runId }: Pair & { runId: string | null }) {
  return tx
    .selectFrom("matches")
    .select(["id", "state", "score"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("listing_id", "=", listingId)
    .where((eb) => eb.or([eb("run_id", "is", null), eb("run_id", "=", runId)]))
    .where("state", "in", ["proposed", "held"])
    .orderBy("state")
    .orderBy("run_id", (order) => order.asc().nullsLast())
    .limit(1)
    .executeTakeFirst();
}

/** A pair that a coordinator picked from a ranking, with the score it was shown with; answers its id. */
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

/** Pairs of a student or a listing that were approved and put back since, and why. */
export function listPutBack(
  tx: ScopeTx,
  about: { schoolId: string; studentId?: string | undefined; listingId?: string | undefined },
) {
  const { schoolId, studentId, listingId } = about;
  return tx
    .selectFrom("matches")
    .select(["student_id", "listing_id", "hold_fault"])
    .where("school_id", "=", schoolId)
    .where("state", "=", "proposed")
    .where("run_id", "is", null)
    .where("hold_fault", "is not", null)
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .$if(listingId !== undefined, (query) => query.where("listing_id", "=", listingId ?? ""))
    .execute();
}

import type { ScopeTx } from "./scope.server";

/** Plans that were made, the newest first. */
export function listFinishedRuns(tx: ScopeTx, { schoolId, limit }: { schoolId: string; limit: number }) {
  return tx
    .selectFrom("match_runs")
    .select(["id", "finished_at", "weights_version", "mode", "summary"])
    .where("school_id", "=", schoolId)
    .where("state", "=", "finished")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** The pairs of a run as it made them, whatever was decided about them since. */
export function listRunPairs(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("matches")
    .select(["student_id", "listing_id", "score", "for_student", "for_placement"])
    .where("school_id", "=", schoolId)
    .where("run_id", "=", runId)
    .execute();
}

import type { ScopeTx } from "./scope.server";

/** What a run saw and what it answered; `tops` are the best placements of each student. */
export interface MatchSnapshot {
  input: string;
  plan: string;
  tops: unknown;
  studentIds: readonly string[];
}

/** Keeps what a run saw and what it answered; a second try of the same run replaces the first one's. */
export async function putMatchSnapshot(
  tx: ScopeTx,
  given: { schoolId: string; runId: string; snapshot: MatchSnapshot },
): Promise<void> {
  const { input, plan, tops, studentIds } = given.snapshot;
  const kept = { input, plan, tops: JSON.stringify(tops), student_ids: [...studentIds] };
  await tx
    .insertInto("match_snapshots")
    .values({ school_id: given.schoolId, run_id: given.runId, ...kept })
    .onConflict((conflict) => conflict.columns(["school_id", "run_id"]).doUpdateSet(kept))
    .execute();
}

/** Whether what a run saw is kept still: it goes with any student it names. */
export async function hasMatchSnapshot(tx: ScopeTx, run: { schoolId: string; runId: string }): Promise<boolean> {
  const row = await tx
    .selectFrom("match_snapshots")
    .select("run_id")
    .where("school_id", "=", run.schoolId)
    .where("run_id", "=", run.runId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a run saw and what it answered, as text. */
export function findMatchSnapshot(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("match_snapshots")
    .select(["input", "plan"])
    .where("school_id", "=", schoolId)
    .where("run_id", "=", runId)
    .executeTakeFirst();
}

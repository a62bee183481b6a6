import type { ScopeTx } from "./scope.server";

/** Keeps what a run saw and what it answered; a second try of the same run replaces the first one's. */
export async function putMatchSnapshot(
  tx: ScopeTx,
  given: { schoolId: string; runId: string; snapshot: { input: string; plan: string; studentIds: readonly string[] } },
): Promise<void> {
  const { input, plan, studentIds } = given.snapshot;
  const kept = { input, plan, student_ids: [...studentIds] };
  await tx
    .insertInto("match_snapshots")
    .values({ school_id: given.schoolId, run_id: given.runId, ...kept })
    .onConflict((conflict) => conflict.columns(["school_id", "run_id"]).doUpdateSet(kept))
    .execute();
}

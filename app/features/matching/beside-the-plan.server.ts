import { type Decided, sinceThePlan, unforeseen } from "~/domain/matching/decided-since";
import type { PairIds } from "~/domain/matching/evidence";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import { countEvidenceActs } from "~db/evidence-acts.server";
import type { ScopeTx } from "~db/scope.server";
import { inputOnBoard } from "./plan-on-board.server";

interface PlanOfRun {
  schoolId: string;
  run: { id: string; input_hash: string; created_at: string };
  decided: Decided;
  /** Locks that the run let rest. */
  resting: readonly RestingLock[];
  /** The pairs that the run proposed. */
  proposed: readonly PairIds[];
}

/**
 * How much was decided since the plan on the board was made that a new plan would have to count in: all but what it proposed
 * itself. None where nobody can say, because what the plan saw is gone.
 */
export async function decidedBesidePlan(tx: ScopeTx, { proposed, ...of }: PlanOfRun): Promise<number> {
  const input = await inputOnBoard(tx, of);
  if (!input) return 0;
  const since = sinceThePlan(input, { decided: unforeseen(input, of.decided, proposed), resting: of.resting });
  const acts = await countEvidenceActs(tx, { schoolId: of.schoolId, since: of.run.created_at });
  return since.counted + since.left + acts;
}

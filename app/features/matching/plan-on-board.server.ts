import { setImmediate as breathe } from "node:timers/promises";
import type { PairIds } from "~/domain/matching/evidence";
import type { RestingLock } from "~/domain/matching/locks-that-hold";
import { type OpenPlan, openPlan } from "~/domain/matching/open-plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMatchSnapshot, hasMatchSnapshot } from "~db/match-snapshots.server";
import { findNewestRun } from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";
import { keepPlansOpen } from "./plans-kept-open";
import { textDigest } from "./text-digest";

/** Plans kept open in this process, the least used first to go. Each holds the evidence of one school, without a name. */
const MOST_OPEN = 4;
const plans = keepPlansOpen(MOST_OPEN);

export interface PlanOnBoard {
  open: OpenPlan;
  /** Locks that the run let rest. */
  resting: readonly PairIds[];
  /** When the run was asked for. */
  madeAt: string;
}

/** There is no plan on the board, or what it saw is gone; or what is stored of it is not the plan that was made. */
export type NoPlanToAsk = "no_plan" | "plan_does_not_open";

/**
 * The plan on the board, opened for questions. Opening it is what takes time, so this process keeps it open; each time it
 * is asked for in the scope of the actor whether the run and its snapshot are still there, so that nothing outlives an
 * erasure. One that does not open is logged with its input hash, and a new plan takes its place.
 */
export async function planOnBoard(
  tx: ScopeTx,
  wiring: Wiring,
  { schoolId }: { schoolId: string },
): Promise<Outcome<PlanOnBoard, NoPlanToAsk>> {
  const run = await findNewestRun(tx, { schoolId, state: "finished" });
  if (!run || !(await hasMatchSnapshot(tx, { schoolId, runId: run.id }))) {
    plans.forget(schoolId);
    return refused("no_plan");
  }
  const { resting = [] } = (run.summary ?? {}) as { resting?: RestingLock[] };
  const opened = await plans.take({ schoolId, runId: run.id, madeAt: run.created_at }, async () => {
    const snapshot = await findMatchSnapshot(tx, { schoolId, runId: run.id });
    return snapshot ? openStored(snapshot, run.input_hash) : refused("no_plan");
  });
  if (opened.ok) return done({ open: opened.value, resting, madeAt: run.created_at });
  if (opened.reason === "no_plan") return refused("no_plan");
  wiring.log.error({ schoolId, runId: run.id, inputHash: run.input_hash, ...opened.detail }, "a plan does not open");
  return refused("plan_does_not_open");
}

/**
 * What the plan on the board was made of, without opening the plan: for the board itself, which cannot wait for that. Null where
 * it is gone, or is not what was stored.
 */
export async function inputOnBoard(
  tx: ScopeTx,
  { schoolId, run }: { schoolId: string; run: { id: string; input_hash: string } },
): Promise<PlanInput | null> {
  if (!(await hasMatchSnapshot(tx, { schoolId, runId: run.id }))) return null;
  const known = plans.find({ schoolId, runId: run.id });
  if (known) return known.input;
  const snapshot = await findMatchSnapshot(tx, { schoolId, runId: run.id });
  return snapshot && textDigest(snapshot.input) === run.input_hash ? (JSON.parse(snapshot.input) as PlanInput) : null;
}

/**
 * Opens what a run stored, if it is still what was stored and still the best plan of its input: a damaged row is neither,
 * and after an upgrade that judges pairs in another way the plan is not. Others are let in between its steps, each of which
 * holds the process up.
 */
async function openStored(
  { input: stored, plan: answer }: { input: string; plan: string },
  inputHash: string,
): Promise<Outcome<OpenPlan, "does_not_open">> {
  if (textDigest(stored) !== inputHash) return refused("does_not_open", { reason: "another_input" });
  const input = JSON.parse(stored) as PlanInput;
  try {
    const plan = JSON.parse(answer) as Plan;
    await breathe();
    const [fault] = verifyPlan(plan, input);
    if (fault) return refused("does_not_open", { reason: `unsound ${fault.property.toLowerCase()}` });
    await breathe();
    const opened = openPlan(input, plan);
    return opened.ok ? opened : refused("does_not_open", { reason: opened.reason });
  } catch (fault) {
    // The text of a plan has no hash of its own: what is not one at all fails in reading it, wherever it is torn.
    return refused("does_not_open", { reason: fault instanceof Error ? fault.name : "unknown" });
  }
}

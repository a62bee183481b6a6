import { inputHash } from "~/domain/matching/input-hash";
import { ENGINES, type PlanInput } from "~/domain/matching/plan-types";
import { type Refused, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { updateMatchRun } from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";
import { textDigest } from "./text-digest";

export interface UnsoundPlan {
  schoolId: string;
  runId: string;
  input: PlanInput;
  /** What does not hold, by its id in the design of the engine. */
  properties?: readonly string[];
  /** Why there is no plan, or why it cannot be checked. */
  reason?: string | undefined;
  /** What the engine threw. The same input throws it again, so trying again helps nobody. */
  fault?: unknown;
}

/** The run has failed, the plan before stays on the board, the coordinator reads so, and the log says which input did it. */
export async function refusePlan(
  tx: ScopeTx,
  wiring: Wiring,
  { schoolId, runId, input, properties = [], reason, fault }: UnsoundPlan,
): Promise<Refused<"plan_not_sound">> {
  const hash = inputHash(input, textDigest);
  const why = { properties, ...(reason && { reason }), ...(fault !== undefined && { err: fault }) };
  wiring.log.error({ schoolId, runId, inputHash: hash, ...why }, "a plan broke its own rules");
  const summary = { failure: "plan_not_sound", properties, reason };
  const engine = ENGINES[input.mode ?? "balanced"];
  const change = { state: "failed" as const, engine, inputHash: hash, finishedAt: wiring.clock.now(), summary };
  await updateMatchRun(tx, { schoolId, runId, change });
  return refused("plan_not_sound");
}

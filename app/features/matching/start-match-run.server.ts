import type { Actor } from "~/domain/actor";
import type { Mode } from "~/domain/matching/mode";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { getCurrentWeights } from "~db/match-weights.server";
import { findNewestRun, insertMatchRun, lockMatchRuns, updateMatchRun } from "~db/matches.server";
import { withScope } from "~db/scope.server";
import { PLAN_SEED } from "./plan-input.server";

/**
 * A coordinator asks for a new plan, of the kind of the one on the board where they name none. While one is being made, asking
 * again leads to that one, also at once: the answer says of which kind it is. One that nobody is going to make any more, as
 * `findNewestRun` says, is written down as failed.
 */
export async function startMatchRun(
  wiring: Wiring,
  actor: Actor,
  input: { mode?: Mode | undefined } = {},
): Promise<Outcome<{ runId: string; mode: Mode }, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    await lockMatchRuns(tx, schoolId);
    const newest = await findNewestRun(tx, { schoolId });
    if (newest?.state === "queued" || newest?.state === "running")
      return done({ runId: newest.id, mode: newest.mode as Mode });
    if (newest?.is_lost) await updateMatchRun(tx, { schoolId, runId: newest.id, change: { state: "failed" } });
    const onBoard = await findNewestRun(tx, { schoolId, state: "finished" });
    const mode = input.mode ?? ((onBoard?.mode ?? "balanced") as Mode);
    const { weights } = await getCurrentWeights(tx, schoolId);
    const runId = await insertMatchRun(tx, {
      schoolId,
      mode,
      weightsVersion: weights.version,
      seed: PLAN_SEED,
      askedBy: actor.personId,
      now,
    });
    await enqueue(tx, "propose-matches", { schoolId, runId });
    return done({ runId, mode });
  });
}

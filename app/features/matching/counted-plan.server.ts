import { countIn, type Decided, type SinceThePlan } from "~/domain/matching/decided-since";
import { type OpenPlan, openPlan } from "~/domain/matching/open-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countEvidenceActs } from "~db/evidence-acts.server";
import type { ScopeTx } from "~db/scope.server";
import { decidedNow } from "./decided-now.server";
import { namesForPlan, type PlanNames } from "./plan-names.server";
import { type NoPlanToAsk, type PlanOnBoard, planOnBoard } from "./plan-on-board.server";

interface CountedPlan {
  plan: OpenPlan;
  since: SinceThePlan;
  names: PlanNames;
}

/** Of each plan the one with the decisions it was last asked with; goes with the plan. */
const lastCounted = new WeakMap<OpenPlan, { key: string; plan: OpenPlan }>();

/**
 * The plan on the board with what was decided since it was made counted in, so that a question does not move a student
 * who is approved or locked by now. Where nothing was decided it is the plan itself; after a decision it is solved anew
 * once, and among equally good plans keeps most of the board's pairs.
 */
export async function countedPlan(
  tx: ScopeTx,
  wiring: Wiring,
  { schoolId }: { schoolId: string },
): Promise<Outcome<CountedPlan, NoPlanToAsk>> {
  const made = await planOnBoard(tx, wiring, { schoolId });
  if (!made.ok) return made;
  const { open } = made.value;
  const { plan } = open;
  const names = await namesForPlan(tx, schoolId);
  const decided = await decidedNow(tx, { schoolId, now: wiring.clock.now(), ...names });
  const counted = await countedSince(tx, made.value, { schoolId, decided });
  const { since } = counted;
  if (since.counted === 0) return done({ plan: open, since, names });
  const key = JSON.stringify(decided);
  const known = lastCounted.get(open);
  if (known?.key === key) return done({ plan: known.plan, since, names });
  const opened = openPlan({ ...counted.input, previous: plan.assignments });
  if (!opened.ok) {
    wiring.log.error({ schoolId, reason: opened.reason }, "a plan does not open with what was decided since");
    return refused("plan_does_not_open");
  }
  lastCounted.set(open, { key, plan: opened.value });
  return done({ plan: opened.value, since, names });
}

/** How much was decided since the plan on the board was made, for pages that show it as it was made. */
export async function decidedSince(
  tx: ScopeTx,
  board: PlanOnBoard,
  from: { schoolId: string; now: Date } & Pick<PlanNames, "listings">,
): Promise<number> {
  const { since } = await countedSince(tx, board, { schoolId: from.schoolId, decided: await decidedNow(tx, from) });
  return since.counted + since.left;
}

/** The question with what was decided counted in; what only changed the evidence is numbered with what is left. */
async function countedSince(
  tx: ScopeTx,
  { open, resting, madeAt }: PlanOnBoard,
  { schoolId, decided }: { schoolId: string; decided: Decided },
): Promise<ReturnType<typeof countIn>> {
  const { input, since } = countIn(open.input, { decided, resting });
  const acts = await countEvidenceActs(tx, { schoolId, since: madeAt });
  return { input, since: { ...since, left: since.left + acts } };
}

import type { Actor } from "~/domain/actor";
import type { Mode } from "~/domain/matching/mode";
import { listingsIn, moversBetween } from "~/domain/matching/movers";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput, PlannedPair } from "~/domain/matching/plan-types";
import { type MatchWeights, readWeights } from "~/domain/matching/weights";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findNewestRun } from "~db/matches.server";
import { withOneMoment } from "~db/scope.server";
import { gatherPlan } from "./plan-input.server";
import { namesForPlan } from "./plan-names.server";
import { weightsSeal } from "./weights-seal.server";

/** Names shown of those who would get another proposal. */
const SHOWN = 20;

export interface WeightsPreview {
  /** The kind of plan that was tried: that of the board. */
  mode: Mode;
  /** Students who are looking. */
  students: number;
  placedBefore: number;
  placedAfter: number;
  /** How many would get another proposal, or one instead of none, or none. */
  moved: number;
  /** Proof for `saveWeights` that this person saw what these numbers would change. */
  seal: string;
  /** Some of those who would get another proposal, with their places by title; in a slate several. */
  examples: { studentId: string; student: string; before: string[]; after: string[] }[];
}

export type PreviewRefusal = "not_permitted" | "weights_not_valid" | "changed_before";

/**
 * What a plan made now, of the kind that is on the board, would look like with other weights, by what is there at one
 * moment. Nothing is stored. `basedOn` is the version the page showed; on top of another one these numbers are not what was meant.
 */
export async function previewWeights(
  wiring: Wiring,
  actor: Actor,
  { basedOn, ...typed }: { basedOn: number; weights: Omit<MatchWeights, "version"> },
): Promise<Outcome<WeightsPreview, PreviewRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const read = readWeights({ ...typed.weights, version: basedOn + 1 });
  if (!read.ok) return read;
  const { schoolId, districtId, personId } = actor;
  return withOneMoment(wiring, actor, async (tx) => {
    const onBoard = await findNewestRun(tx, { schoolId, state: "finished" });
    const mode = (onBoard?.mode ?? "balanced") as Mode;
    const { input: given, weights } = await gatherPlan(tx, { schoolId, districtId, mode, now: wiring.clock.now() });
    if (weights.version !== basedOn) return refused("changed_before", { version: weights.version });
    // What is equally good stays, so that only the weights move anybody.
    const before = pairsWith(given, weights, given.previous);
    const after = pairsWith(given, read.value, before);
    const { nameOf, titleOf } = await namesForPlan(tx, schoolId);
    const resting = new Set(given.optedOutStudentIds);
    const looking = given.students.filter(({ id }) => !resting.has(id));
    const movers = moversBetween(before, after);
    const [had, has] = [listingsIn(before), listingsIn(after)];
    const isLooking = new Set(looking.map(({ id }) => id));
    const placedIn = (places: typeof had) => [...places.keys()].filter((id) => isLooking.has(id)).length;
    return done({
      mode,
      students: looking.length,
      placedBefore: placedIn(had),
      placedAfter: placedIn(has),
      moved: movers.length,
      seal: weightsSeal(wiring.env.secret, { schoolId, personId, basedOn, weights: read.value }),
      examples: movers
        .map(({ studentId }) => ({
          studentId,
          student: nameOf(studentId),
          before: (had.get(studentId) ?? []).map(titleOf),
          after: (has.get(studentId) ?? []).map(titleOf),
        }))
        .sort((a, b) => a.student.localeCompare(b.student))
        .slice(0, SHOWN),
    });
  });
}

/** The pairs of the plan these weights would make. `before` is the board's, not another plan that is equally good. */
function pairsWith(input: PlanInput, weights: MatchWeights, before: PlanInput["previous"] = []): PlannedPair[] {
  const plan = proposePlan({ ...input, context: { ...input.context, weights }, previous: before });
  if (!plan.ok) throw new Error(`the plan was refused: ${plan.reason}`);
  return plan.value.assignments;
}

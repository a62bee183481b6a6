import type { Actor } from "~/domain/actor";
import type { Mode } from "~/domain/matching/mode";
import { proposePlan } from "~/domain/matching/plan";
import { comparePlans as movesBetween, reviewPlan } from "~/domain/matching/plan-review";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { namesForPlan } from "./plan-names.server";
import { warmPlanOf } from "./warm-plan-of.server";

/** Rows shown of each list; the counts are of all. */
const SHOWN = 100;

/** The plan on the board beside a stable plan or a slate of the same moment, and who envies whom in the one on the board. */
export async function comparePlans(wiring: Wiring, actor: Actor, { mode }: { mode: Exclude<Mode, "balanced"> }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const warm = await warmPlanOf(tx, { schoolId });
    if (!warm.ok) return warm;
    const { nameOf, titleOf } = await namesForPlan(tx, schoolId);
    const board = { input: warm.value.input, plan: warm.value.plan };
    const input: PlanInput = { ...board.input, mode };
    const proposed = proposePlan(input);
    if (!proposed.ok) throw new Error(`another kind of plan was refused: ${proposed.reason}`);
    const other = { input, plan: proposed.value };
    const { movers } = movesBetween(board, other);
    const figures = figuresOf(board);
    return done({
      board: figures.numbers,
      other: figuresOf(other).numbers,
      moved: movers.length,
      moves: movers.slice(0, SHOWN).map(({ studentId, leaves, gets }) => ({
        studentId,
        student: nameOf(studentId),
        leaves: leaves.map(titleOf),
        gets: gets.map(titleOf),
      })),
      envious: figures.envy.length,
      envy: figures.envy.slice(0, SHOWN).map(({ studentId, listingId, ownListingId, over }) => ({
        studentId,
        student: nameOf(studentId),
        listingId,
        title: titleOf(listingId),
        has: ownListingId && titleOf(ownListingId),
        over: over.map(nameOf),
      })),
    });
  });
}

function figuresOf({ plan, input }: { plan: Plan; input: PlanInput }) {
  const { floor, fifthPercentile, median, topChoice, envy } = reviewPlan(plan, input);
  const { placed } = plan.objective;
  const numbers = { placed, pairs: plan.assignments.length, floor, fifthPercentile, median };
  return { numbers: { ...numbers, topChoice: topChoice.students }, envy };
}

import type { Actor } from "~/domain/actor";
import { MODES, type Mode } from "~/domain/matching/mode";
import { listingsIn } from "~/domain/matching/movers";
import { modeOf } from "~/domain/matching/open-plan";
import { proposePlan } from "~/domain/matching/plan";
import { comparePlans as movesBetween, reviewPlan } from "~/domain/matching/plan-review";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { decidedSince } from "./counted-plan.server";
import { namesForPlan } from "./plan-names.server";
import { planOnBoard } from "./plan-on-board.server";

/** Rows shown of each list; the counts are of all. */
const SHOWN = 100;

/**
 * The plan on the board beside one of another kind of the same moment, and who envies whom in the one on the board. Where
 * nothing is asked, or the kind on the board, it is the first other kind. Where the engine refuses the other kind, `other`
 * says why.
 */
export async function comparePlans(wiring: Wiring, actor: Actor, asked: { mode: Mode | null }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const opened = await planOnBoard(tx, wiring, { schoolId });
    if (!opened.ok) return opened;
    const names = await namesForPlan(tx, schoolId);
    const board = { input: opened.value.input, plan: opened.value.plan };
    const boardMode = modeOf(board);
    const others = MODES.filter((one) => one !== boardMode);
    const mode = others.find((one) => one === asked.mode) ?? (others[0] as Mode);
    const { livePursuitLimit } = await getSettings(tx, schoolId);
    const { numbers, envy } = figuresOf(board);
    return done({
      boardMode,
      mode,
      decidedSince: await decidedSince(tx, opened.value, { schoolId }),
      board: numbers,
      other: otherPlan(board, { mode, perStudent: livePursuitLimit, ...names }),
      envious: envy.length,
      envy: envy.slice(0, SHOWN).map(({ studentId, listingId, ownListingId, over }) => ({
        studentId,
        student: names.nameOf(studentId),
        listingId,
        title: names.titleOf(listingId),
        has: ownListingId && names.titleOf(ownListingId),
        over: over.map(names.nameOf),
      })),
    });
  });
}

interface Made {
  plan: Plan;
  input: PlanInput;
}

/** The plan of another kind that the same question makes, and who has other places in it. */
function otherPlan(
  board: Made,
  {
    mode,
    perStudent,
    nameOf,
    titleOf,
  }: { mode: Mode; perStudent: number } & Pick<Awaited<ReturnType<typeof namesForPlan>>, "nameOf" | "titleOf">,
) {
  const input: PlanInput = { ...board.input, mode, perStudent };
  const proposed = proposePlan(input);
  if (!proposed.ok) return proposed;
  const other = { input, plan: proposed.value };
  const { movers } = movesBetween(board, other);
  const [before, after] = [listingsIn(board.plan.assignments), listingsIn(other.plan.assignments)];
  return done({
    numbers: figuresOf(other).numbers,
    moved: movers.length,
    moves: movers.slice(0, SHOWN).map(({ studentId }) => ({
      studentId,
      student: nameOf(studentId),
      first: (before.get(studentId) ?? []).map(titleOf),
      second: (after.get(studentId) ?? []).map(titleOf),
    })),
  });
}

function figuresOf({ plan, input }: Made) {
  const { floor, fifthPercentile, median, topChoice, envy } = reviewPlan(plan, input);
  const { placed, total } = plan.objective;
  const numbers = { placed, pairs: plan.assignments.length, floor, fifthPercentile, median, total };
  return { numbers: { ...numbers, topChoice: topChoice.students }, envy };
}

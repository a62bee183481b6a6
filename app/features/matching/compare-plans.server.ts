import type { Actor } from "~/domain/actor";
import { type InputOfKind, inputOfKind } from "~/domain/matching/input-of-kind";
import { locksThatDiffer } from "~/domain/matching/locks-that-differ";
import { MODES, type Mode } from "~/domain/matching/mode";
import { listingsIn, moversBetween } from "~/domain/matching/movers";
import { modeOf, type OpenPlan } from "~/domain/matching/open-plan";
import { proposePlan } from "~/domain/matching/plan";
import { countsOf, underWayIn } from "~/domain/matching/plan-counts";
import { reviewPlan } from "~/domain/matching/plan-review";
import type { Plan } from "~/domain/matching/plan-types";
import { planFigures } from "~/domain/matching/run-figures";
import { wishesMet } from "~/domain/matching/wishes-met";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { decidedSince } from "./counted-plan.server";
import { namesForPlan, type PlanNames } from "./plan-names.server";
import { planOnBoard } from "./plan-on-board.server";

/** Rows shown of each list; the counts are of all. */
const SHOWN = 100;

/**
 * The plan on the board beside one of another kind of the same moment, and who envies whom in the one on the board. Where
 * nothing is asked, or the kind on the board, it is the first other kind. `other` is refused for a plan that was stored
 * without what another kind is made of.
 */
export async function comparePlans(wiring: Wiring, actor: Actor, asked: { mode: Mode | null }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const onBoard = await planOnBoard(tx, wiring, { schoolId });
    if (!onBoard.ok) return onBoard;
    const { open } = onBoard.value;
    const names = await namesForPlan(tx, schoolId);
    const boardMode = modeOf(open);
    const others = MODES.filter((one) => one !== boardMode);
    const mode = others.find((one) => one === asked.mode) ?? (others[0] as Mode);
    const { envy } = reviewPlan(open.plan, open.input);
    return done({
      boardMode,
      mode,
      decidedSince: await decidedSince(tx, onBoard.value, { schoolId, now: wiring.clock.now(), ...names }),
      compared: compareWith(mode, { board: open, ...names }),
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

type Names = Pick<PlanNames, "nameOf" | "titleOf">;

/** The figures of both plans, who has other places in the other one, and which locks only one of them keeps. */
function compareWith(mode: Mode, { board, nameOf, titleOf }: { board: OpenPlan } & Names) {
  const { input, plan } = board;
  if (!input.standing) return refused("kinds_not_kept");
  const shared = { ...input, standing: input.standing };
  const own: MadePlan = { ...inputOfKind(shared, modeOf(board)), plan };
  const other = madeOfKind(mode, { ...shared, previous: openPairs(plan) });
  const movers = moversBetween(plan.assignments, other.plan.assignments);
  const [before, after] = [listingsIn(plan.assignments), listingsIn(other.plan.assignments)];
  const [first, second] = [figuresOf(own), figuresOf(other)];
  return done({
    first,
    second,
    moved: movers.length,
    moves: movers.slice(0, SHOWN).map(({ studentId }) => ({
      studentId,
      student: nameOf(studentId),
      first: (before.get(studentId) ?? []).map(titleOf),
      second: (after.get(studentId) ?? []).map(titleOf),
    })),
    locks: locksThatDiffer(own, other).map((lock) => ({
      ...lock,
      student: nameOf(lock.studentId),
      title: titleOf(lock.listingId),
    })),
  });
}

interface MadePlan extends InputOfKind {
  plan: Plan;
}

/** A plan of the kind, in which what is equally good stays as on the board. */
function madeOfKind(mode: Mode, shared: Parameters<typeof inputOfKind>[0]): MadePlan {
  const asked = inputOfKind(shared, mode);
  const proposed: Outcome<Plan, string> = proposePlan(asked.input);
  if (!proposed.ok) throw new Error(`a plan was refused whose locks hold: ${proposed.reason}`);
  return { ...asked, plan: proposed.value };
}

/** What is approved is no proposal, and stays in every kind of plan anyway. */
function openPairs({ assignments }: Plan) {
  return assignments.filter(({ origin }) => origin !== "approved");
}

function figuresOf({ plan, input, settled }: MadePlan) {
  const counts = countsOf(plan.audit, underWayIn(plan, settled));
  const { students, resting } = counts;
  return { students, resting, ...wishesMet(plan, input), ...planFigures(plan.assignments, counts) };
}

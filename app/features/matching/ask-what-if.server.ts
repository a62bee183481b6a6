import type { Actor } from "~/domain/actor";
import { changedPlan, type Reached } from "~/domain/matching/changed-plan";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import type { Mode } from "~/domain/matching/mode";
import { modeOf } from "~/domain/matching/open-plan";
import type { PlanChange } from "~/domain/matching/plan-change";
import type { PlanRefusal } from "~/domain/matching/plan-types";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlan } from "./counted-plan.server";
import { type NamedMove, namedMove } from "./named-price";
import type { NoPlanToAsk } from "./plan-on-board.server";

export interface WhatIfPage {
  mode: Mode;
  students: { id: string; name: string }[];
  listings: { id: string; title: string }[];
  /** What was decided since the plan was made; counted in as far as it can be. */
  since: SinceThePlan;
  /** Null while nothing is asked. */
  answer: Outcome<WhatIfAnswer, PlanRefusal> | null;
}

export interface WhatIfAnswer {
  before: Reached;
  after: Reached;
  moves: NamedMove[];
}

/** What the plan on the board would be with one change: exactly who moves, and what is won and lost. Nothing is stored. */
export async function askWhatIf(
  wiring: Wiring,
  actor: Actor,
  { change }: { change: PlanChange | null },
): Promise<Outcome<WhatIfPage, "not_permitted"> | Refused<NoPlanToAsk>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlan(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since, names } = counted.value;
    const { nameOf, titleOf, organisationOf } = names;
    const { input } = plan;
    const resting = new Set(input.optedOutStudentIds);
    // What a student who gets nothing from the plan is tried for, no plan would do.
    const isResting = change && "studentId" in change && change.studentId && resting.has(change.studentId);
    const asked = isResting ? refused("unknown_pair") : change && changedPlan(plan, [change]);
    return done({
      mode: modeOf(plan),
      since,
      students: input.students
        .filter(({ id }) => !resting.has(id))
        .map(({ id }) => ({ id, name: nameOf(id) }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      listings: input.placements
        .map(({ listingId: id }) => ({ id, title: `${titleOf(id)} · ${organisationOf(id)}` }))
        .sort((a, b) => a.title.localeCompare(b.title)),
      answer: asked?.ok
        ? done({
            before: asked.value.before,
            after: asked.value.after,
            moves: asked.value.movers.map((mover) => namedMove(mover, names)),
          })
        : asked,
    });
  });
}

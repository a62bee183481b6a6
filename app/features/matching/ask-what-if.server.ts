import type { Actor } from "~/domain/actor";
import type { SinceThePlan } from "~/domain/matching/decided-since";
import type { PlanChange } from "~/domain/matching/plan-change";
import type { PlanObjective, PlanRefusal } from "~/domain/matching/plan-types";
import { whatIf } from "~/domain/matching/what-if";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countedPlanOf } from "./counted-plan-of.server";
import { namesForPlan } from "./plan-names.server";
import type { NoWarmPlan } from "./warm-plan-of.server";

export interface WhatIfPage {
  students: { id: string; name: string }[];
  listings: { id: string; title: string }[];
  /** What was decided since the plan was made; counted in as far as it can be. */
  since: SinceThePlan;
  /** Null while nothing is asked. */
  answer: Outcome<WhatIfAnswer, PlanRefusal> | null;
}

export interface WhatIfAnswer {
  before: PlanObjective;
  after: PlanObjective;
  moves: { studentId: string; student: string; from: string | null; to: string | null }[];
}

/** What the plan on the board would be with one change: exactly who moves, and what is won and lost. Nothing is stored. */
export async function askWhatIf(
  wiring: Wiring,
  actor: Actor,
  { change }: { change: PlanChange | null },
): Promise<Outcome<WhatIfPage, "not_permitted"> | Refused<NoWarmPlan>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlanOf(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since } = counted.value;
    const { nameOf, titleOf, organisationOf } = await namesForPlan(tx, schoolId);
    const { input } = plan;
    const resting = new Set(input.optedOutStudentIds);
    const asked = change && whatIf(plan, [change]);
    const title = (listingId: string | null) => listingId && titleOf(listingId);
    return done({
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
            moves: asked.value.moves.map(({ studentId, from, to }) => ({
              studentId,
              student: nameOf(studentId),
              from: title(from),
              to: title(to),
            })),
          })
        : asked,
    });
  });
}

import type { Actor } from "~/domain/actor";
import { type EquityGrouping, equityOf } from "~/domain/matching/equity";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/sites.server";
import { warmPlanOf } from "./warm-plan-of.server";

/** How the plan on the board treats the school's groups, without a cell small enough to point at somebody. */
export async function openEquity(wiring: Wiring, actor: Actor, { by }: { by: EquityGrouping }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const plan = await warmPlanOf(tx, wiring, { schoolId });
    if (!plan.ok) return plan;
    const areas = new Map((await listAreas(tx, districtId)).map((area) => [area.id, area.name]));
    const { all, groups } = equityOf(plan.value, by);
    return done({ all, groups: groups.map((row) => ({ ...row, area: areas.get(row.group) ?? null })) });
  });
}

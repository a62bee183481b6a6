import type { Actor } from "~/domain/actor";
import { type EquityGrouping, equityOf } from "~/domain/matching/equity";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listListingTitles } from "~db/matches.server";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/sites.server";
import { decidedSince } from "./counted-plan.server";
import { planOnBoard } from "./plan-on-board.server";

/**
 * How the plan on the board treats the school's groups as it was made, without a cell small enough to point at somebody;
 * `decidedSince` says how much is not counted in.
 */
export async function openEquity(wiring: Wiring, actor: Actor, { by }: { by: EquityGrouping }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const board = await planOnBoard(tx, wiring, { schoolId });
    if (!board.ok) return board;
    const areas = new Map((await listAreas(tx, districtId)).map((area) => [area.id, area.name]));
    const { all, groups } = equityOf(board.value.open, by);
    const from = { schoolId, listings: await listListingTitles(tx, schoolId), now: wiring.clock.now() };
    const since = await decidedSince(tx, board.value, from);
    return done({
      decidedSince: since,
      all,
      groups: groups.map((row) => ({ ...row, area: areas.get(row.group) ?? null })),
    });
  });
}

import type { Actor } from "~/domain/actor";
import { type Grouping, groupDemandOf, type SeatDemand, seatDemandOf } from "~/domain/matching/seats-and-demand";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/sites.server";
import { countedPlanOf } from "./counted-plan-of.server";
import { namesForPlan } from "./plan-names.server";

/** Listings shown, those first where one more seat does most. */
const SHOWN = 40;

/** Seats against demand in the plan on the board, in groups and listing by listing, with what one more seat would do. */
export async function openSeats(wiring: Wiring, actor: Actor, { by }: { by: Grouping }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlanOf(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since } = counted.value;
    const { titleOf, organisationOf } = await namesForPlan(tx, schoolId);
    const areas = new Map((await listAreas(tx, districtId)).map((area) => [area.id, area.name]));
    const demand = seatDemandOf(plan);
    const listings = demand
      .map((row) => ({ ...row, title: titleOf(row.listingId), organisation: organisationOf(row.listingId) }))
      .sort((a, b) => byUse(a.difference, b.difference) || b.wanted - a.wanted);
    return done({
      since,
      count: listings.length,
      groups: groupDemandOf(plan, demand, by).map((row) => ({ ...row, area: areas.get(row.group) ?? null })),
      listings: listings.slice(0, SHOWN),
    });
  });
}

/** A seat that places somebody first, then one that betters the plan most. */
function byUse(a: SeatDemand["difference"], b: SeatDemand["difference"]): number {
  return b.placed - a.placed || b.total - a.total;
}

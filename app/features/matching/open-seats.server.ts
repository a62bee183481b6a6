import type { Actor } from "~/domain/actor";
import { type GroupDemand, type Grouping, groupDemandOf, placedBySeats } from "~/domain/matching/group-demand";
import { isWarm, modeOf, type OpenPlan } from "~/domain/matching/open-plan";
import { compareUse } from "~/domain/matching/seat-prices";
import { type SeatDemand, seatDemandOf } from "~/domain/matching/seats-and-demand";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/sites.server";
import { countedPlan } from "./counted-plan.server";

/**
 * Seats against demand in the plan on the board, in groups and listing by listing; with what one more seat would do where it
 * is a balanced plan. Of each list the first `rows`: where a seat does most, or lacks most.
 */
export async function openSeats(wiring: Wiring, actor: Actor, { by, rows }: { by: Grouping; rows: number }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counted = await countedPlan(tx, wiring, { schoolId });
    if (!counted.ok) return counted;
    const { plan, since, names } = counted.value;
    const { titleOf, organisationOf } = names;
    const areas = new Map((await listAreas(tx, districtId)).map((area) => [area.id, area.name]));
    const demand = seatDemandOf(plan);
    const listings = demand
      .map((row) => ({ ...row, title: titleOf(row.listingId), organisation: organisationOf(row.listingId) }))
      .sort((a, b) => byUse(a, b) || b.wanted - a.wanted);
    const groups = groupDemandOf(plan, demand, by);
    // A weekday and an interest are many groups: first come those where a seat does most.
    const ordered = by === "both" ? groups.sort((a, b) => byUse(a.best, b.best)) : groups;
    return done({
      mode: modeOf(plan),
      since,
      count: listings.length,
      groupCount: groups.length,
      groups: ordered.slice(0, rows).map(({ listingIds, ...row }) => ({
        ...row,
        area: areas.get(row.group) ?? null,
        title: row.best && titleOf(row.best.listingId),
        most: mostPlaced(plan, { listingIds, best: row.best }),
      })),
      listings: listings.slice(0, rows),
    });
  });
}

type Use = { difference: SeatDemand["difference"] } | null;

function byUse(a: Use, b: Use): number {
  const [one, other] = [a?.difference, b?.difference];
  if (!one || !other) return Number(!one) - Number(!other);
  return compareUse({ difference: one }, { difference: other });
}

/** How many students more seats in a group place at most. Where one seat places nobody, neither do several. */
function mostPlaced(plan: OpenPlan, { listingIds, best }: Pick<GroupDemand, "listingIds" | "best">): number {
  return isWarm(plan) && best && best.difference.placed > 0 ? placedBySeats(plan, listingIds) : 0;
}

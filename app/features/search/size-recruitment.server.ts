import type { Actor } from "~/domain/actor";
import { toldCount } from "~/domain/interest/demand";
import { isInterestId } from "~/domain/interest/taxonomy";
import { haversineKm } from "~/domain/matching/travel";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/search-rows.server";
import { INTERESTS } from "~search/interest-document";
import type { Filter } from "~search/port";

export interface RecruitmentSize {
  /** For the coordinator: exact, except that nobody counts as near whose area may not be told. */
  inSchool: number;
  /** For the mail: null under ten. */
  toTell: number | null;
}

interface Near {
  interestId: string;
  /** Null: anywhere. */
  near: { areaId: string; withinKm: number } | null;
}

/** How many students of the school like an interest, all or near an area: what a mail that looks for hosts may say. */
export async function sizeRecruitment(
  wiring: Wiring,
  actor: Actor,
  { interestId, near }: Near,
): Promise<Outcome<RecruitmentSize, "not_permitted" | "unknown_interest" | "unknown_area">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  if (!isInterestId(interestId)) return refused("unknown_interest");
  const { schoolId, districtId } = actor;
  const filters: Record<string, Filter> = { likes: { field: "likes", in: [interestId] } };
  if (near) {
    const areas = await withScope(wiring, actor, (tx) => listAreas(tx, districtId));
    const middle = pointOf(areas.find(({ id }) => id === near.areaId));
    if (!middle) return refused("unknown_area");
    const close = areas.filter((area) => {
      const point = pointOf(area);
      return point !== null && haversineKm(middle, point) <= near.withinKm;
    });
    filters.area = { field: "area", in: close.map(({ id }) => id) };
  }
  const { total } = await wiring.search.search(INTERESTS, {
    scope: { schoolId },
    parts: [],
    filters,
    offset: 0,
    limit: 0,
  });
  return done({ inSchool: total, toTell: toldCount(total) });
}

function pointOf(area: { latitude: number | null; longitude: number | null } | undefined) {
  if (!area || area.latitude === null || area.longitude === null) return null;
  return { lat: area.latitude, lon: area.longitude };
}

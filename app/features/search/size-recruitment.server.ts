import type { Actor } from "~/domain/actor";
import { RECRUITMENT_RADII_KM, tellSizes } from "~/domain/interest/recruitment";
import { isInterestId } from "~/domain/interest/taxonomy";
import { haversineKm } from "~/domain/matching/travel";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/search-rows.server";
import { INTERESTS } from "~search/interest-document";
import type { Audience } from "./open-demand.server";

export interface RecruitmentSize {
  /** Null: the whole school. */
  withinKm: number | null;
  /** For the coordinator: exact, except that nobody counts as near whose area may not be told. Null where others may look. */
  inSchool: number | null;
  /** For the mail: at least so many. Null where nothing may be told. */
  toTell: number | null;
}

export interface Recruitment {
  interestId: string;
  /** The smallest circle first, the whole school last. */
  sizes: RecruitmentSize[];
  degraded: boolean;
}

interface Asked {
  interestId: string;
  /** Circles are drawn around its middle; null: the whole school alone. */
  areaId: string | null;
  /** Exact numbers, which may be under ten, are for the school alone. */
  audience: Audience;
}

type Refusal = "not_permitted" | "unknown_interest" | "unknown_area" | "search_away";

/** How many students of the school like an interest, all and near an area: what a mail that looks for hosts may say. */
export async function sizeRecruitment(
  wiring: Wiring,
  actor: Actor,
  { interestId, areaId, audience }: Asked,
): Promise<Outcome<Recruitment, Refusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  if (!isInterestId(interestId)) return refused("unknown_interest");
  const { schoolId, districtId } = actor;
  const circles =
    areaId === null ? [] : circlesAround(areaId, await withScope(wiring, actor, (tx) => listAreas(tx, districtId)));
  if (!circles) return refused("unknown_area");
  const asked = await askSearch(wiring, () =>
    wiring.search.search(INTERESTS, {
      scope: { schoolId },
      parts: [],
      filters: { liking: { field: "likes", in: [interestId] } },
      facets: ["likes", "area"],
      offset: 0,
      limit: 0,
    }),
  );
  if (!asked.ok) return asked;
  const { likes = {}, area = {} } = asked.value.facets;
  const counted = [
    ...circles.map(({ withinKm, areaIds }) => ({
      withinKm,
      inSchool: areaIds.reduce((sum, id) => sum + (area[id] ?? 0), 0),
    })),
    { withinKm: null, inSchool: likes[interestId] ?? 0 },
  ];
  const told = tellSizes(counted.map(({ inSchool }) => inSchool));
  const sizes = counted.map(({ withinKm, inSchool }, place) => ({
    withinKm,
    inSchool: audience === "school" ? inSchool : null,
    toTell: told[place] ?? null,
  }));
  return done({ interestId, sizes, degraded: asked.value.degraded });
}

type Area = Awaited<ReturnType<typeof listAreas>>[number];

/** Undefined where the area is none of these, or nobody knows where it is. */
function circlesAround(areaId: string, areas: readonly Area[]) {
  const middle = pointOf(areas.find(({ id }) => id === areaId));
  if (!middle) return undefined;
  return RECRUITMENT_RADII_KM.map((withinKm) => ({
    withinKm,
    areaIds: areas
      .filter((area) => {
        const point = pointOf(area);
        return point !== null && haversineKm(middle, point) <= withinKm;
      })
      .map(({ id }) => id),
  }));
}

function pointOf(area: Area | undefined) {
  if (!area || area.latitude === null || area.longitude === null) return null;
  return { lat: area.latitude, lon: area.longitude };
}

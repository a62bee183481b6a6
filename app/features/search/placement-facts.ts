import { partOfDay } from "~/domain/placement/part-of-day";
import type { PlacementToIndex } from "~db/index-rows.server";
import type { PlacementFacts } from "~search/placement-document";

/** What the rows of a placement say, and nothing that could lead to a private door. */
export function factsOf(
  row: PlacementToIndex,
  { version, listings }: Pick<PlacementFacts, "version" | "listings">,
): PlacementFacts {
  const isHome = row.site_mode === "private_home";
  const days = row.days ?? [];
  return {
    placementId: row.id,
    version,
    kind: row.kind,
    title: row.title,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    aliases: row.aliases,
    willDo: row.student_will_do,
    skills: row.skills,
    requirements: row.requirements,
    interestIds: row.interests ?? [],
    weekdays: days.map(({ weekday }) => weekday),
    hours: [...new Set(days.map(partOfDay))],
    languages: row.languages,
    area: row.area_id && row.area_name ? { id: row.area_id, name: row.area_name } : null,
    // Nobody searches for a private address.
    place: isHome ? [row.city ?? ""] : [row.site_name ?? "", row.city ?? "", row.postcode ?? ""],
    point: shownPoint(row),
    minimumGrade: row.minimum_grade,
    maximumGrade: row.maximum_grade,
    minimumAge: row.minimum_age,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    listings,
  };
}

/** About a kilometre: near enough to search by, too coarse to find a private door. */
const COARSE_DEGREES = 100;

interface Located {
  latitude: number | null;
  longitude: number | null;
  site_mode: string | null;
}

/** Where a placement may be shown and searched for; null for what is nowhere in particular. */
export function shownPoint({ latitude, longitude, site_mode: mode }: Located): PlacementFacts["point"] {
  if (latitude === null || longitude === null || mode === "remote") return null;
  if (mode !== "private_home") return { latitude, longitude };
  return {
    latitude: Math.round(latitude * COARSE_DEGREES) / COARSE_DEGREES,
    longitude: Math.round(longitude * COARSE_DEGREES) / COARSE_DEGREES,
  };
}

import type { TravelMode } from "../matching/travel-modes";
import { TRAVEL_MODES } from "../matching/travel-modes";
import { done, type Outcome, refused } from "../outcome";

/** Headings of a travel table's file. The ids win over the names; the arrival columns may be empty or missing. */
export const TRAVEL_COLUMNS = [
  "area",
  "organisation",
  "site",
  "mode",
  "minutes",
  "arrive_from",
  "arrive_to",
  "area_id",
  "site_id",
] as const;
/** What a downloaded table notes of each row, so that what nobody changed is told from the school's own word. */
export const NOTED_COLUMNS = ["source", "estimate"] as const;
export type TravelColumn = (typeof TRAVEL_COLUMNS | typeof NOTED_COLUMNS)[number];

export type TravelRowFault =
  | "area_unknown"
  | "site_unknown"
  | "mode_unknown"
  | "minutes_not_valid"
  | "arrival_not_valid";

/** Where a name or id leads; several sites of one name lead nowhere. */
export interface KnownPlaces {
  areas: ReadonlyMap<string, string>;
  sites: ReadonlyMap<string, { siteId: string; organisationId: string }>;
}

export interface TravelLine {
  areaId: string;
  siteId: string;
  organisationId: string;
  mode: TravelMode;
  minutes: number;
  arriveFrom: string;
  arriveTo: string;
}

const LONGEST_MINUTES = 600;
const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/**
 * Whether a row is an estimate, or a way nobody knows, that came back as it was downloaded: the same minutes as noted beside
 * them, and no arrival. It stays an estimate, so that a corrected pin still changes it. Rows of the table itself are none.
 */
export function isLeftAsEstimated(cell: (column: TravelColumn) => string): boolean {
  const source = cell("source").trim().toLowerCase();
  if (source !== "distance" && source !== "unknown") return false;
  const said = cell("arrive_from").trim() + cell("arrive_to").trim();
  return said === "" && cell("minutes").trim() === cell("estimate").trim();
}

/** How a name is compared: without case and outer space. */
export const placeKey = (...names: string[]) => names.map((name) => name.trim().toLowerCase()).join("|");

/** One row of a travel table, or what is wrong with it. */
export function readTravelRow(
  cell: (column: TravelColumn) => string,
  { areas, sites }: KnownPlaces,
): Outcome<TravelLine, TravelRowFault> {
  const areaId = areas.get(placeKey(cell("area_id"))) ?? areas.get(placeKey(cell("area")));
  if (areaId === undefined) return refused("area_unknown");
  const site = sites.get(placeKey(cell("site_id"))) ?? sites.get(placeKey(cell("organisation"), cell("site")));
  if (site === undefined) return refused("site_unknown");
  const mode = TRAVEL_MODES.find((name) => name === cell("mode").trim().toLowerCase());
  if (mode === undefined) return refused("mode_unknown");
  const minutes = cell("minutes").trim();
  if (!/^\d{1,3}$/.test(minutes) || Number(minutes) > LONGEST_MINUTES)
    return refused("minutes_not_valid", { most: LONGEST_MINUTES });
  const arriveFrom = clockOf(cell("arrive_from"), "00:00");
  const arriveTo = clockOf(cell("arrive_to"), "24:00");
  if (arriveFrom === null || arriveTo === null || arriveFrom >= arriveTo) return refused("arrival_not_valid");
  return done({ areaId, ...site, mode, minutes: Number(minutes), arriveFrom, arriveTo });
}

/** "8:30" as "08:30"; what is left empty is the whole day's edge. Null for what is no clock time. */
function clockOf(text: string, edge: string): string | null {
  const typed = text.trim();
  if (typed === "" || typed === edge) return edge;
  const [, hour, minute] = CLOCK.exec(typed) ?? [];
  return hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}

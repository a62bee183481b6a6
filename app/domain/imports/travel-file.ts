import type { TravelMode } from "../matching/travel-modes";
import { NOTED_COLUMNS, TRAVEL_COLUMNS, type TravelColumn } from "./travel-row";

/** One way as a school may look it up and correct it. */
export interface TravelTableRow {
  area: string;
  areaId: string;
  organisation: string;
  site: string;
  siteId: string;
  mode: TravelMode;
  /** Null where neither the table nor a distance knows. */
  minutes: number | null;
  arriveFrom: string;
  arriveTo: string;
  source: "table" | "distance" | "unknown";
}

/** Headings of the downloaded table. */
export const TRAVEL_FILE_COLUMNS: readonly TravelColumn[] = [...TRAVEL_COLUMNS, ...NOTED_COLUMNS];

/** A way as a row of the file. Sent back unchanged it says nothing that the school has not said before. */
export function travelCells(row: TravelTableRow): (string | number | null)[] {
  return TRAVEL_FILE_COLUMNS.map((column) => cellOf[column](row));
}

const cellOf: Record<TravelColumn, (row: TravelTableRow) => string | number | null> = {
  area: ({ area }) => area,
  organisation: ({ organisation }) => organisation,
  site: ({ site }) => site,
  mode: ({ mode }) => mode,
  minutes: ({ minutes }) => minutes,
  arrive_from: ({ arriveFrom }) => arriveFrom,
  arrive_to: ({ arriveTo }) => arriveTo,
  area_id: ({ areaId }) => areaId,
  site_id: ({ siteId }) => siteId,
  source: ({ source }) => source,
  estimate: ({ source, minutes }) => (source === "table" ? null : minutes),
};

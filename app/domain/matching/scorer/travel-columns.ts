import { daysOf, isGuess, type WayRules, wayOf } from "../eligibility";
import type { PlacementEvidence, StudentEvidence } from "../evidence";
import { travelKey } from "../travel";
import { DEFAULT_MODES } from "../travel-modes";
import { columnFor, type Remembered, remembered } from "./remembered";
import { minutesFrom, type Sphere, sphereOf } from "./straight-line";

/** The way from one area, by the same means, to every placement. */
export interface TravelColumn {
  /** Whole minutes, or one of the two below. */
  minutes: Int32Array;
  /** 1 where the way excludes nobody: unknown, none, or a guess. */
  lenient: Uint8Array;
}

export const UNKNOWN_WAY = -1;
export const NO_WAY_NEEDED = -2;

export interface TravelColumns {
  placements: readonly PlacementEvidence[];
  rules: WayRules;
  /** Whether the table has a line from an area to a placement. */
  tabled: Map<string, boolean>;
  sphere: Sphere;
  /** 1 where nobody has to travel; 1 where the place is only about right. */
  remote: Uint8Array;
  approximate: Uint8Array;
  ways: Remembered<TravelColumn>;
}

export function travelColumnsOf(placements: readonly PlacementEvidence[], rules: WayRules): TravelColumns {
  return {
    placements,
    rules,
    tabled: new Map(),
    sphere: sphereOf(placements),
    remote: Uint8Array.from(placements, ({ mode }) => (mode === "remote" ? 1 : 0)),
    approximate: Uint8Array.from(placements, ({ location }) => (location?.approximate ? 1 : 0)),
    ways: remembered(2 * placements.length),
  };
}

/** What the column of a student depends on; with a table also the days, which decide when they have to arrive. */
export function wayKey(columns: TravelColumns, { area, areaId, travelModes, weekdays }: StudentEvidence): string {
  const from = `${area?.lat} ${area?.lon} ${(travelModes ?? DEFAULT_MODES).join()}`;
  return isTabled(columns, areaId) ? `${from} ${weekdays.join()} ${areaId}` : from;
}

function isTabled({ placements, rules, tabled }: TravelColumns, areaId: string | null | undefined): boolean {
  const { travelTable: table } = rules;
  if (!table || !areaId) return false;
  const known = tabled.get(areaId);
  if (known !== undefined) return known;
  const hasLine = placements.some(({ siteId }) => siteId && table[travelKey(areaId, siteId)] !== undefined);
  tabled.set(areaId, hasLine);
  return hasLine;
}

export function wayColumn(columns: TravelColumns, key: string, student: StudentEvidence): TravelColumn {
  return columnFor(columns.ways, key, () => makeColumn(columns, student));
}

function makeColumn(columns: TravelColumns, student: StudentEvidence): TravelColumn {
  const { placements, sphere, remote, approximate } = columns;
  const { area, areaId, travelModes } = student;
  const modes = travelModes ?? DEFAULT_MODES;
  const minutes = area ? minutesFrom(area, sphere, modes) : new Int32Array(placements.length).fill(UNKNOWN_WAY);
  const lenient = new Uint8Array(placements.length);
  for (let p = 0; p < lenient.length; p += 1) lenient[p] = minutes[p] === UNKNOWN_WAY || approximate[p] === 1 ? 1 : 0;
  if (isTabled(columns, areaId)) readTable(columns, student, { minutes, lenient });
  for (let p = 0; p < lenient.length; p += 1) {
    if (remote[p] === 0) continue;
    minutes[p] = NO_WAY_NEEDED;
    lenient[p] = 1;
  }
  return { minutes, lenient };
}

/** Where the school's table has a line, it counts instead of the distance. */
function readTable({ placements, rules }: TravelColumns, student: StudentEvidence, into: TravelColumn): void {
  const { areaId } = student;
  placements.forEach((placement, p) => {
    const { siteId } = placement;
    if (!areaId || !siteId || !rules.travelTable?.[travelKey(areaId, siteId)]) return;
    const way = wayOf(student, placement, { context: rules, commonDays: daysOf(student, placement).commonDays });
    into.minutes[p] = way?.minutes ?? UNKNOWN_WAY;
    into.lenient[p] = !way || isGuess(placement, way) ? 1 : 0;
  });
}

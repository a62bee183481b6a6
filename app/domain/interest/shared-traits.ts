import { SMALLEST_CELL } from "../matching/small-cells";

/** Where a student lives and about which grade they are in, as far as it may be told. */
export interface Traits {
  areaId: string | null;
  gradeBand: GradeBand | null;
}

export const GRADE_BANDS = ["to-5", "6-8", "9-10", "11-13"] as const;
export type GradeBand = (typeof GRADE_BANDS)[number];

/** The band of a grade from 1 to 13 (13: a year after high school). */
export function gradeBandOf(grade: number): GradeBand {
  if (grade <= 5) return "to-5";
  if (grade <= 8) return "6-8";
  return grade <= 10 ? "9-10" : "11-13";
}

/**
 * What of each student's area and grade band may stand beside interests: the pair where ten students of the school share it;
 * of the others the band, or else the area, where ten of them are told the same; else nothing. Every record looks like at
 * least nine others of the school, also those that tell nothing: a few that are left over would point at the few whom
 * everybody knows to live elsewhere (k-anonymity, Sweeney 2002, over all classes of records). Of one school's students.
 */
export function sharedTraits(students: readonly Traits[]): (own: Traits) => Traits {
  const groups = countGroups(students);
  const told = new Map<string, Traits>();
  for (const generalise of [ofBoth, ofBand, ofArea]) tellWhereShared(groups, told, generalise);
  hideWithTheFew(groups, told);
  return (own) => told.get(keyOf(own)) ?? NOTHING;
}

interface Group {
  traits: Traits;
  students: number;
}

const NOTHING: Traits = { areaId: null, gradeBand: null };
const ofBoth = (traits: Traits): Traits => traits;
const ofBand = ({ gradeBand }: Traits): Traits => ({ areaId: null, gradeBand });
const ofArea = ({ areaId }: Traits): Traits => ({ areaId, gradeBand: null });
const keyOf = ({ areaId, gradeBand }: Traits) => `${areaId ?? "-"} ${gradeBand ?? "-"}`;

function countGroups(students: readonly Traits[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const traits of students) {
    const key = keyOf(traits);
    groups.set(key, { traits, students: (groups.get(key)?.students ?? 0) + 1 });
  }
  return groups;
}

/** Those of whom nothing is told yet tell so much, where ten records look alike then. */
function tellWhereShared(
  groups: ReadonlyMap<string, Group>,
  told: Map<string, Traits>,
  generalise: (traits: Traits) => Traits,
): void {
  const left = [...groups].filter(([key]) => !told.has(key));
  const alike = countLooks(groups, told);
  for (const [, { traits, students }] of left) {
    const look = keyOf(generalise(traits));
    alike.set(look, (alike.get(look) ?? 0) + students);
  }
  for (const [key, { traits }] of left) {
    const look = generalise(traits);
    if (keyOf(look) !== keyOf(NOTHING) && (alike.get(keyOf(look)) ?? 0) >= SMALLEST_CELL) told.set(key, look);
  }
}

/** Where fewer than ten would tell nothing, those who are alike in the smallest number tell nothing either. */
function hideWithTheFew(groups: ReadonlyMap<string, Group>, told: Map<string, Traits>): void {
  const silent = [...groups].reduce((sum, [key, { students }]) => sum + (told.has(key) ? 0 : students), 0);
  if (silent === 0 || silent >= SMALLEST_CELL) return;
  const [smallest] = [...countLooks(groups, told)].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  for (const [key, look] of told) if (smallest && keyOf(look) === smallest[0]) told.delete(key);
}

function countLooks(groups: ReadonlyMap<string, Group>, told: ReadonlyMap<string, Traits>): Map<string, number> {
  const looks = new Map<string, number>();
  for (const [key, look] of told)
    looks.set(keyOf(look), (looks.get(keyOf(look)) ?? 0) + (groups.get(key)?.students ?? 0));
  return looks;
}

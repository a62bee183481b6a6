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
 * What of each student's area and grade band may stand beside interests: both where ten students of the school share the
 * pair, else the band that ten students share, else the area, else nothing. So no record points at fewer than ten.
 */
export function sharedTraits(students: readonly Traits[]): (own: Traits) => Traits {
  const counts = new Map<string, number>();
  for (const { areaId, gradeBand } of students)
    for (const key of new Set([keyOf(areaId, gradeBand), keyOf(areaId, null), keyOf(null, gradeBand)]))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const isShared = (key: string) => (counts.get(key) ?? 0) >= SMALLEST_CELL;
  return ({ areaId, gradeBand }) => {
    if (isShared(keyOf(areaId, gradeBand))) return { areaId, gradeBand };
    if (gradeBand !== null && isShared(keyOf(null, gradeBand))) return { areaId: null, gradeBand };
    return { areaId: areaId !== null && isShared(keyOf(areaId, null)) ? areaId : null, gradeBand: null };
  };
}

const keyOf = (areaId: string | null, gradeBand: GradeBand | null) => `${areaId ?? "-"} ${gradeBand ?? "-"}`;

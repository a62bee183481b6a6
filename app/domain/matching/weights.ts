import { done, type Outcome, refused } from "../outcome";

export const STUDENT_PARTS = ["wish", "interests", "travel", "days", "goals", "language", "continuity"] as const;
export const PLACEMENT_PARTS = ["wanted", "mentor", "experience", "days"] as const;
/** What a school may weigh. A shared language stands in the parts for plans that were made when it counted. */
export const EDITED_STUDENT_PARTS = STUDENT_PARTS.filter((part) => part !== "language");
export type StudentPart = (typeof STUDENT_PARTS)[number];
export type PlacementPart = (typeof PLACEMENT_PARTS)[number];

/** What counts how much, in basis points; each side sums to 10000. A school edits a copy with the next version. */
export interface MatchWeights {
  version: number;
  student: Readonly<Record<StudentPart, number>>;
  placement: Readonly<Record<PlacementPart, number>>;
  /** Taken off the student's side when a placement is all about what the student dislikes. */
  dislikes: number;
  /** How much of its similarity a related interest counts. */
  related: number;
}

export const WHOLE = 10_000;

/**
 * Version 2. In version 1 a shared language had 400 of the points that the wish has now. The student's own wish weighs
 * most, because relationships that young people chose last and help more (van Dam 2021: g = 0.30-0.40 for youth-named
 * mentors) and evidence for matching on traits is weak. Shared dislikes count, because they go with longer matches
 * (Raposa 2018). What a student speaks moves no rank (section 9 of the domain).
 */
export const DEFAULT_WEIGHTS: MatchWeights = {
  version: 2,
  student: { wish: 4400, interests: 3000, travel: 1000, days: 800, goals: 500, language: 0, continuity: 300 },
  placement: { wanted: 5500, mentor: 2000, experience: 1000, days: 1500 },
  dislikes: 3000,
  related: 6000,
};

export type WeightsFault =
  | "not_whole_numbers"
  | "student_sum"
  | "placement_sum"
  | "wish_not_largest"
  | "language_counts"
  | "version";

/**
 * Reads weights that were stored or typed. Refuses when a number is missing, not whole or outside 0..10000, when a side
 * does not sum to 10000, when the student's own wish is not the largest part, or a language counts; `detail.faults` names all of them.
 */
export function readWeights(value: unknown): Outcome<MatchWeights, "weights_not_valid"> {
  const faults = weightsFaults(value);
  return faults.length === 0 ? done(value as MatchWeights) : refused("weights_not_valid", { faults: faults.join(",") });
}

export function weightsFaults(value: unknown): WeightsFault[] {
  const weights = (value ?? {}) as Partial<MatchWeights>;
  const student = STUDENT_PARTS.map((part) => weights.student?.[part]);
  const placement = PLACEMENT_PARTS.map((part) => weights.placement?.[part]);
  if (![...student, ...placement, weights.dislikes, weights.related].every(isWeight)) return ["not_whole_numbers"];
  const faults: WeightsFault[] = [];
  if (sum(student) !== WHOLE) faults.push("student_sum");
  if (sum(placement) !== WHOLE) faults.push("placement_sum");
  const wish = weights.student?.wish ?? 0;
  if (student.some((weight, at) => at > 0 && (weight ?? 0) >= wish)) faults.push("wish_not_largest");
  if (weights.student?.language !== 0) faults.push("language_counts");
  if (!Number.isSafeInteger(weights.version) || (weights.version ?? 0) < 1) faults.push("version");
  return faults;
}

function isWeight(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= WHOLE;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}

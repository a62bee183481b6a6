import type { CivilDate } from "../time";
import type { Measure } from "./rule-table";

/** What one rule says of one plan. `unknown` is open until a person has looked; it never passes. */
export interface LabourFinding {
  /** Id of the rule, or `no-table`, `birth-date`, `no-days`, `adult`. */
  rule: string;
  measure: Measure | null;
  jurisdiction: string;
  status: "met" | "broken" | "unknown" | "not_applicable";
  /** In the measure's unit: hours, days, years, or minutes since midnight. */
  limit: number | null;
  actual: number | null;
  /** The day it is about; null for a whole week. */
  date: CivilDate | null;
  source: string;
  effectiveOn: CivilDate | null;
}

const SAME_QUESTION: Partial<Record<Measure, Measure>> = {
  hours_on_school_day: "hours_per_day",
  hours_on_other_day: "hours_per_day",
};

/** Of findings about the same thing and day, the one with the tightest limit: what binds when several laws apply. */
export function strictest(findings: readonly LabourFinding[]): LabourFinding[] {
  const binding = new Map<string, LabourFinding>();
  for (const finding of findings) {
    const { measure, date, limit } = finding;
    if (measure === null || limit === null) continue;
    const key = `${SAME_QUESTION[measure] ?? measure} ${date ?? ""}`;
    const held = binding.get(key);
    if (!held || isTighter(measure, limit, held.limit ?? limit)) binding.set(key, finding);
  }
  return [...binding.values()];
}

function isTighter(measure: Measure, limit: number, held: number): boolean {
  return measure === "earliest_minute" || measure === "minimum_age" ? limit > held : limit < held;
}

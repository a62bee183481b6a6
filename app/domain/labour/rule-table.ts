import type { CivilDate } from "../time";

/** What the student's stay is in law; rules follow from it (section 5 of the domain). */
export type Basis = "unpaid_educational" | "paid_by_host" | "wecep" | "wsp" | "service_learning";

/** What a row limits, with its unit in the name. */
export type Measure =
  | "hours_on_school_day"
  | "hours_on_other_day"
  | "hours_per_day"
  | "hours_in_school_week"
  | "hours_in_other_week"
  | "days_per_week"
  | "earliest_minute"
  | "latest_minute"
  | "hours_in_school_hours"
  | "days_in_school_hours"
  | "minimum_age";

/** One row of a rule table: a limit for some ages and bases, where it stands and since when. */
export interface LabourRule {
  id: string;
  measure: Measure;
  /** Ages in whole years for which the row holds, both included. */
  ages: readonly [number, number];
  bases: readonly Basis[];
  limit: number;
  /** Days on which a clock or day row holds; absent means all. */
  on?: RuleDays;
  source: string;
  effectiveOn: CivilDate;
}

export interface RuleDays {
  /** ISO weekdays. */
  weekdays?: readonly number[];
  /** Only weeks with, or only weeks without, a school day. */
  week?: "school" | "no_school";
  /** Only inside, or only outside, the stretch from 1 June to Labor Day. */
  season?: "summer" | "rest";
}

/** The rules of one jurisdiction, `US` or `US-WA`. */
export interface RuleTable {
  jurisdiction: string;
  name: string;
  /** Known changes that a person has to compare with this table. */
  watch: string | null;
  rules: readonly LabourRule[];
}

/** A clock time as minutes since midnight. */
export const at = (hour: number): number => hour * 60;

import { ageOn, type CivilDate, mondayOf } from "../time";
import { type EducationEvidence, educationFindings } from "./education";
import { federalTable, WSP_DAYS_IN_FOURTH_WEEK } from "./federal";
import { figuresFor, type PlannedStretch } from "./figures";
import type { LabourFinding } from "./finding";
import { hazardFindings } from "./hazards";
import type { Basis, LabourRule, Measure, RuleTable } from "./rule-table";
import { washingtonTable } from "./washington";

export interface WorkingTimeQuestion extends EducationEvidence {
  /** `US-WA`; rules of the country always apply as well. */
  jurisdiction: string;
  basis: Basis;
  birthDate: CivilDate | null;
  /** One week, Monday to Sunday. */
  week: readonly PlannedStretch[];
  /** Whether school is in session on any day of that week. */
  isSchoolWeek: boolean;
  /** 1..4 in a Work-Study Program; the fourth week allows a second day in school hours. */
  wspWeekOfCycle?: number;
  /** Ids of `hazards.ts` that the host named. */
  hazards: readonly string[];
  /** A written student-learner agreement (29 CFR 570.50(c)). */
  hasStudentLearnerAgreement: boolean;
}

const TABLES: readonly RuleTable[] = [federalTable, washingtonTable];
const ADULT_AGE = 18;
const EMPLOYED: readonly Basis[] = ["paid_by_host", "wecep", "wsp"];

/**
 * What the loaded tables say of a planned week, row by row with limit, actual figure and source. Federal and state rows
 * all apply, so the stricter decides. Without a birth date, or without a table for the state, a finding is `unknown`:
 * it never passes. Product design, not legal advice.
 */
export function workingTimeFindings(question: WorkingTimeQuestion): LabourFinding[] {
  const { jurisdiction, birthDate, week } = question;
  const state = TABLES.find((table) => table.jurisdiction === jurisdiction && table !== federalTable);
  const missing = state ? [] : [unknownFinding("no-table", jurisdiction)];
  if (birthDate === null) return [...missing, unknownFinding("birth-date", "US")];
  const firstDay = week.map(({ date }) => date).sort()[0];
  if (firstDay === undefined) return [...missing, unknownFinding("no-days", "US")];
  if (week.some(({ date }) => mondayOf(date) !== mondayOf(firstDay)))
    throw new RangeError("A planned week holds days of one week only.");
  const age = ageOn(birthDate, firstDay);
  const hazards = hazardFindings({ ...question, age });
  if (age >= ADULT_AGE) return [...missing, ...hazards, adultFinding(age)];
  const hours = EMPLOYED.includes(question.basis)
    ? [federalTable, ...(state ? [state] : [])].flatMap((table) => tableFindings(table, { question, age, firstDay }))
    : educationFindings(question, age);
  return [...missing, ...hours, ...hazards];
}

/** `broken` if anything is, else `unknown` if anything is, else `passes`; nothing looked at passes nothing. */
export function workingTimeVerdict(findings: readonly LabourFinding[]): "passes" | "broken" | "unknown" {
  if (findings.some(({ status }) => status === "broken")) return "broken";
  return findings.length === 0 || findings.some(({ status }) => status === "unknown") ? "unknown" : "passes";
}

interface Asked {
  question: WorkingTimeQuestion;
  age: number;
  firstDay: CivilDate;
}

function tableFindings(table: RuleTable, { question, age, firstDay }: Asked): LabourFinding[] {
  const rules = table.rules.filter(
    ({ ages, bases, effectiveOn }) =>
      age >= ages[0] && age <= ages[1] && bases.includes(question.basis) && effectiveOn <= firstDay,
  );
  return rules.flatMap((rule) => {
    const limit = limitOf(rule, question);
    return figuresFor(rule, { week: question.week, isSchoolWeek: question.isSchoolWeek, age }).map(
      ({ actual, date }): LabourFinding => ({
        rule: rule.id,
        measure: rule.measure,
        jurisdiction: table.jurisdiction,
        status: isWithin(rule.measure, actual, limit) ? "met" : "broken",
        limit,
        actual,
        date,
        source: rule.source,
        effectiveOn: rule.effectiveOn,
      }),
    );
  });
}

function limitOf({ measure, limit }: LabourRule, { basis, wspWeekOfCycle }: WorkingTimeQuestion): number {
  const isSecondDayWeek = measure === "days_in_school_hours" && basis === "wsp" && wspWeekOfCycle === 4;
  return isSecondDayWeek ? WSP_DAYS_IN_FOURTH_WEEK : limit;
}

function isWithin(measure: Measure, actual: number, limit: number): boolean {
  return measure === "earliest_minute" || measure === "minimum_age" ? actual >= limit : actual <= limit;
}

function unknownFinding(rule: "no-table" | "birth-date" | "no-days", jurisdiction: string): LabourFinding {
  return { ...NO_FIGURES, rule, jurisdiction, status: "unknown", source: "", effectiveOn: null };
}

function adultFinding(age: number): LabourFinding {
  const source = "29 CFR 570.2; 570.120";
  return {
    ...NO_FIGURES,
    rule: "adult",
    jurisdiction: "US",
    status: "not_applicable",
    actual: age,
    source,
    effectiveOn: null,
  };
}

const NO_FIGURES = { measure: null, limit: null, actual: null, date: null };

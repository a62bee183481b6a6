import { type CivilDate, laborDay, weekdayOf, yearOf } from "../time";
import type { LabourRule } from "./rule-table";

/** A stretch of one day on site; minutes since local midnight, ended before the next midnight (1440). */
export interface PlannedStretch {
  date: CivilDate;
  startMinute: number;
  endMinute: number;
  /** Whether school is in session that day in the district where the student lives. */
  isSchoolDay: boolean;
  /** Minutes of the stretch that lie in school hours. */
  minutesInSchoolHours: number;
}

/** A week, and the age of whoever works it. */
export interface PlannedFor {
  week: readonly PlannedStretch[];
  isSchoolWeek: boolean;
  age: number;
}

interface Figure {
  actual: number;
  date: CivilDate | null;
}

/** What the planned week comes to under a rule: one figure per day it holds for, or one for the week. */
export function figuresFor(rule: LabourRule, { week, isSchoolWeek, age }: PlannedFor): Figure[] {
  const days = daysOf(week).filter((day) => holdsOn(rule, day.date, isSchoolWeek));
  const perDay = (figure: (day: Day) => number) => days.map((day) => ({ actual: figure(day), date: day.date }));
  const whole = (actual: number): Figure[] => [{ actual, date: null }];
  switch (rule.measure) {
    case "minimum_age":
      return whole(age);
    case "hours_on_school_day":
      return perDay(({ hours }) => hours).filter(({ date }) => days.find((day) => day.date === date)?.isSchoolDay);
    case "hours_on_other_day":
      return perDay(({ hours }) => hours).filter(({ date }) => !days.find((day) => day.date === date)?.isSchoolDay);
    case "hours_per_day":
      return perDay(({ hours }) => hours);
    case "earliest_minute":
      return perDay(({ from }) => from);
    case "latest_minute":
      return perDay(({ until }) => until);
    case "hours_in_school_week":
      return isSchoolWeek ? whole(sum(daysOf(week).map(({ hours }) => hours))) : [];
    case "hours_in_other_week":
      return isSchoolWeek ? [] : whole(sum(daysOf(week).map(({ hours }) => hours)));
    case "hours_in_school_hours":
      return perDay(({ hoursInSchool }) => hoursInSchool);
    case "days_per_week":
      return whole(daysOf(week).length);
    case "days_in_school_hours":
      return whole(daysOf(week).filter(({ hoursInSchool }) => hoursInSchool > 0).length);
  }
}

function holdsOn({ on }: LabourRule, date: CivilDate, isSchoolWeek: boolean): boolean {
  if (on?.weekdays && !on.weekdays.includes(weekdayOf(date))) return false;
  if (on?.week && (on.week === "school") !== isSchoolWeek) return false;
  return !on?.season || (on.season === "summer") === isSummer(date);
}

/** 1 June through Labor Day, both included. */
function isSummer(date: CivilDate): boolean {
  return date >= `${String(yearOf(date)).padStart(4, "0")}-06-01` && date <= laborDay(yearOf(date));
}

interface Day {
  date: CivilDate;
  hours: number;
  hoursInSchool: number;
  from: number;
  until: number;
  isSchoolDay: boolean;
}

/** Stretches of the same date taken together. */
function daysOf(week: readonly PlannedStretch[]): Day[] {
  const dates = [...new Set(week.map(({ date }) => date))].sort();
  return dates.map((date) => {
    const stretches = week.filter((stretch) => stretch.date === date);
    return {
      date,
      hours: sum(stretches.map(({ startMinute, endMinute }) => endMinute - startMinute)) / 60,
      hoursInSchool: sum(stretches.map(({ minutesInSchoolHours }) => minutesInSchoolHours)) / 60,
      from: Math.min(...stretches.map(({ startMinute }) => startMinute)),
      until: Math.max(...stretches.map(({ endMinute }) => endMinute)),
      isSchoolDay: stretches.some(({ isSchoolDay }) => isSchoolDay),
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { at, type Basis, type LabourRule, type RuleTable } from "./rule-table";

/** Chapter 296-125 WAC as filed by WSR 93-01-068. */
const EFFECTIVE = "1993-03-01";
const SOURCE = "WAC 296-125-027; WA L&I, hours and schedules of teens";
const PAID: readonly Basis[] = ["paid_by_host", "wecep", "wsp"];
const SCHOOL = { week: "school" } as const;
const FREE = { week: "no_school" } as const;
const WEEKEND = [6, 7];
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const FRIDAY_TO_SUNDAY = [5, 6, 7];
const MONDAY_TO_THURSDAY = [1, 2, 3, 4];

/** Washington's hours of teens in non-agricultural work, table of section 5 of the domain. */
export const washingtonTable: RuleTable = {
  jurisdiction: "US-WA",
  name: "Washington hours of teens",
  watch: "WSR 26-06-085 (filed 3 March 2026) proposed to change chapter 296-125 WAC: compare before relying on it.",
  rules: [
    row(14, "minimum-age", "minimum_age", 14, { ages: [0, 17], source: "WAC 296-125-018" }),
    row(14, "school-day", "hours_per_day", 3, { on: { ...SCHOOL, weekdays: MONDAY_TO_FRIDAY } }),
    row(14, "weekend-day", "hours_per_day", 8, { on: { ...SCHOOL, weekdays: WEEKEND } }),
    row(14, "free-day", "hours_per_day", 8, { on: FREE }),
    row(14, "school-week", "hours_in_school_week", 16),
    row(14, "other-week", "hours_in_other_week", 40),
    row(14, "days", "days_per_week", 6),
    row(14, "from", "earliest_minute", at(7)),
    row(14, "school-until", "latest_minute", at(19), { on: SCHOOL }),
    row(14, "until", "latest_minute", at(19), { on: { ...FREE, season: "rest" } }),
    row(14, "until-summer", "latest_minute", at(21), { on: { ...FREE, season: "summer" } }),
    row(16, "school-day", "hours_per_day", 4, { on: { ...SCHOOL, weekdays: MONDAY_TO_THURSDAY } }),
    row(16, "weekend-day", "hours_per_day", 8, { on: { ...SCHOOL, weekdays: FRIDAY_TO_SUNDAY } }),
    row(16, "free-day", "hours_per_day", 8, { on: FREE }),
    row(16, "school-week", "hours_in_school_week", 20),
    row(16, "other-week", "hours_in_other_week", 48),
    row(16, "days", "days_per_week", 6),
    row(16, "school-from", "earliest_minute", at(7), { on: SCHOOL }),
    row(16, "from", "earliest_minute", at(5), { on: FREE }),
    row(16, "school-until", "latest_minute", at(22), { on: { ...SCHOOL, weekdays: [1, 2, 3, 4, 7] } }),
    row(16, "school-until-late", "latest_minute", at(24), { on: { ...SCHOOL, weekdays: [5, 6] } }),
    row(16, "until", "latest_minute", at(24), { on: FREE }),
  ],
};

type Extra = Partial<Pick<LabourRule, "ages" | "on" | "source">>;

function row(age: 14 | 16, id: string, measure: LabourRule["measure"], limit: number, extra: Extra = {}): LabourRule {
  const ages = [age, age + 1] as const;
  return {
    id: `us-wa-${age}-${id}`,
    measure,
    ages,
    bases: PAID,
    limit,
    source: SOURCE,
    effectiveOn: EFFECTIVE,
    ...extra,
  };
}

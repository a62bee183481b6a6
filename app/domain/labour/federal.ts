import { at, type Basis, type LabourRule, type RuleTable } from "./rule-table";

/** The Child Labor Regulations as amended by 75 FR 28404 (20 May 2010). */
const EFFECTIVE = "2010-07-19";
const PAID: readonly Basis[] = ["paid_by_host"];
const ALL_PAID: readonly Basis[] = ["paid_by_host", "wecep", "wsp"];
const YOUNG: LabourRule["ages"] = [14, 15];

/** Fair Labor Standards Act, 29 CFR part 570. Ages 16 and 17 have no federal limit of hours. */
export const federalTable: RuleTable = {
  jurisdiction: "US",
  name: "Federal child labor rules",
  watch: null,
  rules: [
    rule({ id: "us-minimum-age", measure: "minimum_age", ages: [0, 17], bases: ALL_PAID, limit: 14, section: "570.2" }),
    rule({ id: "us-outside-school", measure: "hours_in_school_hours", bases: PAID, limit: 0, section: "570.35(a)(1)" }),
    rule({ id: "us-week", measure: "hours_in_other_week", bases: ALL_PAID, limit: 40, section: "570.35(a)(2)" }),
    rule({ id: "us-school-week", measure: "hours_in_school_week", bases: PAID, limit: 18, section: "570.35(a)(3)" }),
    rule({ id: "us-day", measure: "hours_on_other_day", bases: ALL_PAID, limit: 8, section: "570.35(a)(4)" }),
    rule({ id: "us-school-day", measure: "hours_on_school_day", bases: PAID, limit: 3, section: "570.35(a)(5)" }),
    rule({ id: "us-from", measure: "earliest_minute", bases: ALL_PAID, limit: at(7), section: "570.35(a)(6)" }),
    rule({
      id: "us-until",
      measure: "latest_minute",
      bases: ALL_PAID,
      limit: at(19),
      on: { season: "rest" },
      section: "570.35(a)(6)",
    }),
    rule({
      id: "us-until-summer",
      measure: "latest_minute",
      bases: ALL_PAID,
      limit: at(21),
      on: { season: "summer" },
      section: "570.35(a)(6)",
    }),
    rule({
      id: "us-wecep-week",
      measure: "hours_in_school_week",
      bases: ["wecep"],
      limit: 23,
      section: "570.36(d)(1)",
    }),
    rule({ id: "us-wecep-day", measure: "hours_on_school_day", bases: ["wecep"], limit: 3, section: "570.36(d)(1)" }),
    rule({ id: "us-wsp-week", measure: "hours_in_school_week", bases: ["wsp"], limit: 18, section: "570.37(d)" }),
    rule({ id: "us-wsp-day", measure: "hours_on_school_day", bases: ["wsp"], limit: 8, section: "570.37(d)" }),
    rule({ id: "us-wsp-days", measure: "days_in_school_hours", bases: ["wsp"], limit: 1, section: "570.37(d)" }),
  ],
};

/** In one week of each cycle of four the Work-Study Program allows a second day in school hours (29 CFR 570.37). */
export const WSP_DAYS_IN_FOURTH_WEEK = 2;

function rule(
  row: Omit<LabourRule, "source" | "effectiveOn" | "ages"> & { ages?: LabourRule["ages"]; section: string },
) {
  const { section, ages = YOUNG, ...rest } = row;
  return { ...rest, ages, source: `29 CFR ${section}`, effectiveOn: EFFECTIVE };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { federalTable } from "~/domain/labour/federal";
import type { PlannedStretch } from "~/domain/labour/figures";
import { type LabourFinding, strictest } from "~/domain/labour/finding";
import { HAZARDOUS_ORDERS, listHazardIds } from "~/domain/labour/hazards";
import type { Basis } from "~/domain/labour/rule-table";
import { washingtonTable } from "~/domain/labour/washington";
import { type WorkingTimeQuestion, workingTimeFindings, workingTimeVerdict } from "~/domain/labour/working-time";
import { addDays, weekdayOf } from "~/domain/time";

/** Monday to Sunday in term. */
const MONDAY = "2026-11-30";
const JULY = "2026-07-06";
/** 15 and 17 years old in that week. */
const FIFTEEN = "2011-05-01";
const SEVENTEEN = "2009-05-01";
const WORKSITE = ["coordinator", "learning_plan", "agreement", "orientation", "evaluation"] as const;

function stretch(weekday: number, from: number, until: number, changes: Partial<PlannedStretch> = {}): PlannedStretch {
  return {
    date: addDays(MONDAY, weekday - 1),
    startMinute: from * 60,
    endMinute: until * 60,
    isSchoolDay: weekday <= 5,
    minutesInSchoolHours: 0,
    ...changes,
  };
}

function ask(changes: Partial<WorkingTimeQuestion> = {}): LabourFinding[] {
  return workingTimeFindings({
    jurisdiction: "US-WA",
    basis: "paid_by_host",
    birthDate: FIFTEEN,
    week: [stretch(4, 16, 19)],
    isSchoolWeek: true,
    hazards: [],
    hasStudentLearnerAgreement: false,
    hostSector: "business",
    hasPrimaryBeneficiaryChecklist: false,
    worksiteLearning: [],
    ...changes,
  });
}

const verdict = (changes: Partial<WorkingTimeQuestion> = {}) => workingTimeVerdict(ask(changes));
const broken = (changes: Partial<WorkingTimeQuestion> = {}) =>
  ask(changes)
    .filter(({ status }) => status === "broken")
    .map(({ rule }) => rule);

/** A week in July without school, moved there day by day. */
const inJuly = (stretches: PlannedStretch[]) => ({
  isSchoolWeek: false,
  week: stretches.map((one) => ({ ...one, isSchoolDay: false, date: addDays(JULY, weekdayOf(one.date) - 1) })),
});

describe("tables", () => {
  it("carry a source and an effective date in every row, and ids of their own", () => {
    const rules = [...federalTable.rules, ...washingtonTable.rules];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { source, effectiveOn } of rules) {
      expect(source).toMatch(/^(29 CFR|WAC) /);
      expect(effectiveOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("name the 17 hazardous orders, of which 7 exempt student-learners", () => {
    expect(HAZARDOUS_ORDERS.map(({ order }) => order)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    const exempt = HAZARDOUS_ORDERS.filter(({ exemptsStudentLearners }) => exemptsStudentLearners);
    expect(exempt.map(({ order }) => order)).toEqual([5, 8, 10, 12, 14, 16, 17]);
  });
});

describe("paid work at 14 and 15", () => {
  it("may fill three hours after school", () => {
    expect(verdict()).toBe("passes");
  });

  it.each<[string[], PlannedStretch[]]>([
    [["us-school-day", "us-wa-14-school-day"], [stretch(4, 15, 18.5)]],
    [["us-outside-school"], [stretch(4, 15, 17, { minutesInSchoolHours: 30 })]],
    [["us-until", "us-wa-14-school-until"], [stretch(4, 17, 19.5)]],
    [["us-from", "us-wa-14-from"], [stretch(6, 6.5, 9)]],
    [["us-day", "us-wa-14-weekend-day"], [stretch(6, 8, 17)]],
    [["us-wa-14-school-week"], [stretch(2, 16, 17), stretch(6, 8, 16), stretch(7, 8, 16)]],
    [
      ["us-school-week", "us-wa-14-school-week"],
      [1, 2, 3, 4, 5].map((day) => stretch(day, 16, 19)).concat(stretch(6, 8, 12)),
    ],
    [["us-wa-14-days"], [1, 2, 3, 4, 5, 6, 7].map((day) => stretch(day, 16, 18))],
  ])("breaks %s", (rules, week) => {
    expect(broken({ week })).toEqual(rules);
  });

  it("may last 8 hours a day and until 21:00 in a summer week", () => {
    expect(verdict(inJuly([1, 2, 3, 4, 5].map((day) => stretch(day, 13, 21))))).toBe("passes");
    expect(broken(inJuly([stretch(1, 13, 21.5)]))).toEqual(
      expect.arrayContaining(["us-until-summer", "us-wa-14-until-summer"]),
    );
    expect(broken(inJuly([1, 2, 3, 4, 5, 6].map((day) => stretch(day, 9, 16))))).toEqual([
      "us-week",
      "us-wa-14-other-week",
    ]);
  });

  it("adds up two stretches of one day", () => {
    expect(broken({ week: [stretch(4, 7, 8.5), stretch(4, 15, 17)] })).toEqual([
      "us-school-day",
      "us-wa-14-school-day",
    ]);
  });

  it("ends its long evenings on Labor Day", () => {
    const evening = (date: string) =>
      broken({ isSchoolWeek: false, week: [{ ...stretch(1, 19, 20), date, isSchoolDay: false }] });
    expect(evening("2026-09-07")).toEqual([]);
    expect(evening("2026-09-08")).toEqual(["us-until", "us-wa-14-until"]);
    expect(evening("2026-06-01")).toEqual([]);
    expect(evening("2026-05-31")).toEqual(["us-until", "us-wa-14-until"]);
  });
});

describe("paid work at 16 and 17", () => {
  it.each<[string[], PlannedStretch[]]>([
    [[], [stretch(4, 18, 22)]],
    [["us-wa-16-school-day"], [stretch(4, 17, 21.5)]],
    [[], [stretch(5, 15, 23)]],
    [["us-wa-16-school-until"], [stretch(7, 15, 22.5)]],
    [["us-wa-16-school-from"], [stretch(6, 6, 9)]],
    [["us-wa-16-school-week"], [stretch(5, 15, 23), stretch(6, 9, 17), stretch(7, 9, 14)]],
  ])("breaks %j", (rules, week) => {
    expect(broken({ birthDate: SEVENTEEN, week })).toEqual(rules);
  });

  it("may fill 48 hours from 05:00 to midnight in a week without school", () => {
    const week = inJuly([1, 2, 3, 4, 5].map((day) => stretch(day, 5, 13)).concat(stretch(6, 16, 24)));
    expect(verdict({ birthDate: SEVENTEEN, ...week })).toBe("passes");
  });
});

describe("school programs of paid work", () => {
  it("WECEP: 23 hours a week and 3 a school day, in school hours too; Washington's 16 still bind", () => {
    const day = (weekday: number) => stretch(weekday, 10, 13, { minutesInSchoolHours: 180 });
    expect(broken({ basis: "wecep", week: [1, 2, 3, 4, 5].map(day) })).toEqual([]);
    expect(broken({ basis: "wecep", week: [...[1, 2, 3, 4, 5].map(day), stretch(6, 9, 17)] })).toEqual([
      "us-wa-14-school-week",
    ]);
    expect(broken({ basis: "wecep", week: [...[1, 2, 3, 4, 5].map(day), stretch(6, 9, 17.5)] })).toContain(
      "us-wecep-week",
    );
  });

  it("WSP: one day of 8 school hours a week, two in the fourth week of the cycle", () => {
    const day = (weekday: number) => stretch(weekday, 9, 17, { minutesInSchoolHours: 360 });
    const federal = (changes: Partial<WorkingTimeQuestion>) =>
      broken({ basis: "wsp", ...changes }).filter((rule) => !rule.startsWith("us-wa"));
    expect(federal({ week: [day(4)] })).toEqual([]);
    expect(federal({ week: [day(2), day(4)] })).toEqual(["us-wsp-days"]);
    expect(federal({ week: [day(2), day(4)], wspWeekOfCycle: 4 })).toEqual([]);
    expect(federal({ week: [day(2), day(4)], wspWeekOfCycle: 3 })).toEqual(["us-wsp-days"]);
  });
});

describe("unpaid educational stays", () => {
  const week = [stretch(4, 9, 15, { minutesInSchoolHours: 360 })];
  const recorded = { worksiteLearning: WORKSITE, hasPrimaryBeneficiaryChecklist: true };

  it("pass as a whole LTI day when everything is recorded", () => {
    expect(verdict({ basis: "unpaid_educational", week, ...recorded })).toBe("passes");
  });

  it.each([
    ["the seven-point checklist at a business", { hasPrimaryBeneficiaryChecklist: false }],
    ["a piece of Washington's worksite learning", { worksiteLearning: WORKSITE.slice(1) }],
  ])("stay open without %s", (_, changes) => {
    expect(verdict({ basis: "unpaid_educational", week, ...recorded, ...changes })).toBe("unknown");
  });

  it("need no checklist at a nonprofit", () => {
    const given = { ...recorded, hasPrimaryBeneficiaryChecklist: false, hostSector: "nonprofit" as const };
    expect(verdict({ basis: "unpaid_educational", week, ...given })).toBe("passes");
  });

  it("are not for students under 14, who do service learning", () => {
    expect(verdict({ basis: "unpaid_educational", week, birthDate: "2013-05-01", ...recorded })).toBe("broken");
    expect(verdict({ basis: "service_learning", week, birthDate: "2013-05-01" })).toBe("passes");
  });
});

describe("what is not known never passes", () => {
  it.each(["US-ID", "US", "unknown", "constructor"])("no table for %s", (jurisdiction) => {
    for (const basis of ["paid_by_host", "unpaid_educational", "service_learning"] satisfies Basis[])
      expect(verdict({ jurisdiction, basis, hasPrimaryBeneficiaryChecklist: true })).toBe("unknown");
    expect(ask({ jurisdiction })).toContainEqual(
      expect.objectContaining({ rule: "no-table", jurisdiction, status: "unknown" }),
    );
  });

  it("no birth date, no planned day, nothing looked at", () => {
    expect(verdict({ birthDate: null })).toBe("unknown");
    expect(verdict({ week: [] })).toBe("unknown");
    expect(workingTimeVerdict([])).toBe("unknown");
  });

  it("refuses a plan of two weeks at once", () => {
    expect(() => ask({ week: [stretch(4, 16, 18), { ...stretch(4, 16, 18), date: addDays(MONDAY, 7) }] })).toThrow(
      RangeError,
    );
  });

  it("holds federal limits even where no state table is loaded", () => {
    expect(verdict({ jurisdiction: "US-ID", week: [stretch(4, 15, 19)] })).toBe("broken");
  });

  it("does not apply to adults", () => {
    expect(verdict({ birthDate: "2008-01-01", week: [stretch(4, 0, 24)] })).toBe("passes");
  });
});

describe("hazards", () => {
  const ofHazard = (hazard: string, changes: Partial<WorkingTimeQuestion> = {}) =>
    ask({ hazards: [hazard], ...changes }).find(({ rule }) => rule === `hazard-${hazard}`)?.status;

  it.each([
    ["order-5", FIFTEEN, true, "broken"],
    ["order-5", SEVENTEEN, false, "broken"],
    ["order-5", SEVENTEEN, true, "met"],
    ["order-7", SEVENTEEN, true, "broken"],
    ["order-5", "2008-01-01", false, "not_applicable"],
    ["power-tools", FIFTEEN, false, "broken"],
    ["power-tools", SEVENTEEN, false, "unknown"],
    ["hot-surfaces", FIFTEEN, false, "broken"],
    ["hot-surfaces", SEVENTEEN, false, "met"],
    ["farm-work", FIFTEEN, false, "unknown"],
    ["farm-work", SEVENTEEN, false, "met"],
    ["hand-tools", FIFTEEN, false, "met"],
    ["lava", SEVENTEEN, false, "unknown"],
    ["constructor", SEVENTEEN, false, "unknown"],
  ])("%s for somebody born %s, agreement %s: %s", (hazard, birthDate, hasStudentLearnerAgreement, status) => {
    expect(ofHazard(hazard, { birthDate, hasStudentLearnerAgreement })).toBe(status);
  });

  it("bind unpaid students as well", () => {
    expect(ofHazard("order-1", { basis: "unpaid_educational" })).toBe("broken");
  });

  it("are offered by id, each once", () => {
    const ids = listHazardIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["ladders", "order-17"]));
  });
});

describe("the stricter of federal and state", () => {
  const anyWeek = fc
    .uniqueArray(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 10, max: 40 }),
        length: fc.integer({ min: 1, max: 18 }),
      }),
      {
        minLength: 1,
        maxLength: 7,
        selector: ({ weekday }) => weekday,
      },
    )
    .map((days) =>
      days.map(({ weekday, from, length }) => stretch(weekday, from / 2, Math.min(24, (from + length) / 2))),
    );

  /** Section 5 of the domain, once more and by hand, for paid work at 15 in a school week. */
  const maxHours = ({ date }: PlannedStretch) => (weekdayOf(date) <= 5 ? Math.min(3, 3) : Math.min(8, 8));
  const isAllowed = (week: readonly PlannedStretch[]) => {
    const hours = week.map(({ startMinute, endMinute }) => (endMinute - startMinute) / 60);
    const total = hours.reduce((sum, one) => sum + one, 0);
    return (
      total <= Math.min(18, 16) &&
      week.length <= 6 &&
      week.every((day, at) => (hours[at] ?? 0) <= maxHours(day) && day.startMinute >= 420 && day.endMinute <= 1140)
    );
  };

  it("decides: allowed exactly when both allow it (property)", () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const findings = ask({ week });
        const allows = (jurisdiction: string) =>
          findings.every((one) => one.jurisdiction !== jurisdiction || one.status !== "broken");
        expect(workingTimeVerdict(findings)).toBe(allows("US") && allows("US-WA") ? "passes" : "broken");
        expect(workingTimeVerdict(findings) === "passes").toBe(isAllowed(week));
      }),
      { numRuns: 2000 },
    );
  });

  it("binds: whatever the tightest row allows, all rows allow (property)", () => {
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(FIFTEEN, SEVENTEEN), (week, birthDate) => {
        const findings = ask({ week, birthDate });
        const binding = strictest(findings);
        expect(binding.every(({ status }) => status === "met")).toBe(workingTimeVerdict(findings) === "passes");
      }),
      { numRuns: 1000 },
    );
  });

  it("never lets a longer day pass where a shorter one broke (property)", () => {
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(FIFTEEN, SEVENTEEN), (week, birthDate) => {
        fc.pre(week.every(({ endMinute }) => endMinute <= 23 * 60));
        const longer = week.map((day) => ({ ...day, endMinute: day.endMinute + 60 }));
        if (verdict({ week, birthDate }) === "broken") expect(verdict({ week: longer, birthDate })).toBe("broken");
      }),
      { numRuns: 1000 },
    );
  });
});

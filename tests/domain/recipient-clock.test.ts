import { assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { isFederalHoliday } from "~/domain/federal-holidays";
import { clockOf, isWorkingTime, nextWorkingTime } from "~/domain/outreach/recipient-clock";
import { CLOCKS, clockOfState } from "~/domain/outreach/state-clock";
import { addDays, civilDateIn, instantMs } from "~/domain/time";

const NONE: ReadonlySet<string> = new Set();
const next = (timeZone: string, from: string, { closed = NONE, notBefore = "2000-01-01" } = {}) =>
  nextWorkingTime({ timeZone, closed }, { from, notBefore });
const daysOf = (year: number) => Array.from({ length: 365 }, (_, place) => addDays(`${year}-01-01`, place));

test.each([
  [2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"],
  // Christmas and the next New Year's Day are Saturdays, Independence Day a Sunday, Juneteenth a Saturday.
  [2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"],
])("the holidays of the country in %i, with the days on which those of a weekend are kept", (year, days) => {
  expect(
    daysOf(year)
      .filter(isFederalHoliday)
      .map((day) => day.slice(5))
      .join(" "),
  ).toBe(days);
});

test("Friday evening is Monday morning, and Tuesday where the Monday is a holiday", () => {
  expect(next("America/Chicago", "2026-10-16T22:00:00Z")).toBe("2026-10-19T14:00:00Z");
  expect(next("America/Chicago", "2026-09-04T22:00:00Z")).toBe("2026-09-08T14:00:00Z");
  expect(next("America/Chicago", "2026-09-04T22:00:00Z", { closed: new Set(["2026-09-08"]) })).toBe(
    "2026-09-09T14:00:00Z",
  );
});

test("nine o'clock stays nine o'clock when the clocks change, and where they never do", () => {
  expect(next("America/New_York", "2027-03-12T22:00:00Z")).toBe("2027-03-15T13:00:00Z");
  expect(next("America/New_York", "2026-10-30T22:00:00Z")).toBe("2026-11-02T14:00:00Z");
  expect(next("America/Phoenix", "2027-03-12T23:30:00Z")).toBe("2027-03-15T16:00:00Z");
});

test("ahead of UTC it is Monday morning while it is Sunday here, and a day begins when it begins there", () => {
  expect(isWorkingTime({ timeZone: "Pacific/Guam", closed: NONE }, "2026-10-18T23:00:00Z")).toBe(true);
  expect(next("Pacific/Guam", "2026-10-19T20:00:00Z", { notBefore: "2026-10-20" })).toBe("2026-10-19T23:00:00Z");
});

test("their own clock comes first, then that of their organization's state, then the school's", () => {
  const school = "America/Los_Angeles";
  expect(clockOf({ own: "Pacific/Guam", state: "MA", school })).toBe("Pacific/Guam");
  expect(clockOf({ own: "", state: " ma ", school })).toBe("America/New_York");
  for (const state of ["", "Bavaria"]) expect(clockOf({ own: "", state, school })).toBe(school);
});

test.each([
  ["Oregon", "America/Los_Angeles"],
  ["Oregón", "America/Los_Angeles"],
  ["california", "America/Los_Angeles"],
  ["Washington State", "America/Los_Angeles"],
  ["Washington, D.C.", "America/New_York"],
  ["N. Y.", "America/New_York"],
  ["Nueva York", "America/New_York"],
  ["WEST VIRGINIA", "America/New_York"],
  ["Carolina del Norte", "America/New_York"],
  ["Misuri", "America/Chicago"],
  ["Nuevo México", "America/Denver"],
  ["Hawái", "Pacific/Honolulu"],
  ["Hawaiʻi", "Pacific/Honolulu"],
  ["Islas Vírgenes", "America/Puerto_Rico"],
])("a state that is written out, %s, has the clock of its code", (typed, clock) => {
  expect(clockOfState(typed)).toBe(clock);
});

test("what is no state has no clock: a province, a city, a word within another, nothing", () => {
  for (const typed of ["", " ", "Ontario", "Los Angeles", "New", "Virginias", "東京"])
    expect(clockOfState(typed)).toBeUndefined();
});

test("the next moment at work is one, is not before it may be, and no moment before it is one", () => {
  const zones = constantFrom(...CLOCKS, "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Kiritimati");
  const moments = integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 });
  assert(
    property(
      zones,
      moments,
      integer({ min: -3, max: 20 }),
      integer({ min: 0, max: 9999 }),
      (timeZone, minute, wait, part) => {
        const from = new Date(minute * 60_000).toISOString();
        const today = civilDateIn(timeZone, from);
        const notBefore = addDays(today, wait);
        const closed = new Set([addDays(notBefore, 1), addDays(notBefore, 2)]);
        const clock = { timeZone, closed };
        const at = nextWorkingTime(clock, { from, notBefore });
        expect(isWorkingTime(clock, at)).toBe(true);
        expect(instantMs(at)).toBeGreaterThanOrEqual(instantMs(from));
        expect(civilDateIn(timeZone, at) >= notBefore).toBe(true);
        const span = instantMs(at) - instantMs(from);
        const before = new Date(instantMs(from) + Math.floor((span * part) / 10_000)).toISOString();
        if (instantMs(before) < instantMs(at))
          expect(isWorkingTime(clock, before) && civilDateIn(timeZone, before) >= notBefore).toBe(false);
      },
    ),
  );
});

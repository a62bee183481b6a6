import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  civilDateIn,
  days,
  daysBetween,
  hasPassed,
  hours,
  instantAt,
  instantMs,
  isQuietHour,
  laborDay,
  later,
  minuteOf,
  minuteOfDayIn,
  minutes,
  mondayOf,
  quietUntil,
  weekdayOf,
} from "~/domain/time";

const SEATTLE = "America/Los_Angeles";
const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays("2000-01-01", offset));

describe("civil days", () => {
  it("are those of the school, not of the server", () => {
    expect(civilDateIn(SEATTLE, "2026-11-24T06:40:00Z")).toBe("2026-11-23");
    expect(civilDateIn("Asia/Tokyo", "2026-11-24T16:40:00Z")).toBe("2026-11-25");
  });

  it("count weekdays from Monday", () => {
    expect(weekdayOf("2026-11-23")).toBe(1);
    expect(weekdayOf("2026-11-29")).toBe(7);
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  });

  it("add up: adding the days between two dates arrives (property)", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it("keep the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  });

  it("refuse what is no date", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });
});

describe("age", () => {
  it("counts a birthday from its own day on", () => {
    expect(ageOn("2012-11-24", "2026-11-23")).toBe(13);
    expect(ageOn("2012-11-24", "2026-11-24")).toBe(14);
  });

  it("holds nobody born on 29 February older than they are", () => {
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  });

  it("never falls as days go by (property)", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (born, on) => {
        expect(ageOn(born, addDays(on, 1))).toBeGreaterThanOrEqual(ageOn(born, on));
      }),
    );
  });
});

describe("instants", () => {
  it("read what Postgres writes", () => {
    expect(instantMs("2026-11-24 06:40:00+00")).toBe(instantMs("2026-11-24T06:40:00Z"));
    expect(instantMs("2026-11-24T07:40:00.123456+01:00")).toBe(instantMs("2026-11-24T06:40:00.123Z"));
  });

  it("wait for lengths that carry their unit", () => {
    expect(days(1)).toBe(hours(24));
    expect(hours(1)).toBe(minutes(60));
    expect(later("2026-11-24T06:40:00Z", days(14))).toBe("2026-12-08T06:40:00Z");
    expect(hasPassed("2026-11-24T06:40:00Z", days(14), "2026-12-08T06:39:59Z")).toBe(false);
    expect(hasPassed("2026-11-24T06:40:00Z", days(14), "2026-12-08T06:40:00Z")).toBe(true);
  });

  it("follow the wall clock through a change to summer time", () => {
    expect(instantAt(SEATTLE, "2026-03-07", 540)).toBe("2026-03-07T17:00:00Z");
    expect(instantAt(SEATTLE, "2026-03-09", 540)).toBe("2026-03-09T16:00:00Z");
    expect(minuteOfDayIn(SEATTLE, "2026-03-09T16:00:00Z")).toBe(540);
  });
});

describe("quiet hours", () => {
  const night = { timeZone: SEATTLE, fromHour: 20, toHour: 8 };

  it.each([
    [19 * 60 + 59, false],
    [20 * 60, true],
    [3 * 60, true],
    [7 * 60 + 59, true],
    [8 * 60, false],
  ])("cross midnight: minute %i is quiet: %s", (minute, quiet) => {
    expect(isQuietHour(night, instantAt(SEATTLE, "2026-11-24", minute))).toBe(quiet);
  });

  it("may be none", () => {
    expect(isQuietHour({ ...night, fromHour: 8, toHour: 8 }, "2026-11-24T06:40:00Z")).toBe(false);
  });
});

describe("laws and clocks", () => {
  it("know Labor Day", () => {
    expect([2025, 2026, 2027].map(laborDay)).toEqual(["2025-09-01", "2026-09-07", "2027-09-06"]);
  });

  it("read clock times as minutes", () => {
    expect(minuteOf("09:30")).toBe(570);
    expect(minuteOf("24:00")).toBe(1440);
    expect(minuteOf("09:30:00")).toBe(570);
    expect(() => minuteOf("9.30")).toThrow(RangeError);
    expect(() => minuteOf("23:60")).toThrow(RangeError);
  });
});

it("quiet hours end at the hour of the school's clock that says so, today or tomorrow", () => {
  const quiet = { timeZone: "America/Los_Angeles", fromHour: 20, toHour: 8 };
  expect(quietUntil(quiet, "2026-10-16T04:00:00Z")).toBe("2026-10-16T15:00:00Z");
  expect(quietUntil(quiet, "2026-10-16T14:59:00Z")).toBe("2026-10-16T15:00:00Z");
  expect(quietUntil(quiet, "2026-10-16T15:00:00Z")).toBeNull();
  // The clocks go back an hour in that night.
  expect(quietUntil(quiet, "2026-11-01T04:00:00Z")).toBe("2026-11-01T16:00:00Z");
  expect(quietUntil({ ...quiet, fromHour: 9, toHour: 9 }, "2026-10-16T16:30:00Z")).toBeNull();
});

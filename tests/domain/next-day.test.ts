import { expect, test } from "vitest";
import { nextDay } from "~/domain/pursuit/next-day";

/** 2026-10-15 is a Thursday. */
const on = "2026-10-15";
const thursdays = { weekday: 4, from: "2026-10-01", until: "2026-10-29" };

test("today counts, a day without school does not, and nothing comes after the last day", () => {
  expect(nextDay([thursdays], { on, closed: [] })?.day).toBe(on);
  expect(nextDay([thursdays], { on, closed: [on] })?.day).toBe("2026-10-22");
  expect(nextDay([thursdays], { on: "2026-10-30", closed: [] })).toBeUndefined();
});

test("the nearest of several weekdays comes, and one that has not begun waits for its first day", () => {
  const mondays = { weekday: 1, from: "2026-11-02", until: null };
  expect(nextDay([thursdays, mondays], { on: "2026-10-23", closed: [] })).toEqual({
    day: "2026-10-29",
    set: thursdays,
  });
  expect(nextDay([mondays], { on, closed: [] })?.day).toBe("2026-11-02");
  expect(nextDay([{ ...mondays, weekday: null }], { on, closed: [] })).toBeUndefined();
});

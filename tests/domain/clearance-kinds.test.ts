import { expect, test } from "vitest";
import type { Clearance } from "~/domain/clearance/cleared";
import { clearanceKinds, lastDayOf } from "~/domain/clearance/kinds";
import { checkStanding, compareStandings } from "~/domain/clearance/standing";

test("a school names its kinds line by line, with the months for which one counts", () => {
  expect(clearanceKinds("State police: 60\n\n FBI :60\nChild abuse history\nFBI: 12")).toEqual([
    { type: "State police", validForMonths: 60 },
    { type: "FBI", validForMonths: 60 },
    { type: "Child abuse history", validForMonths: null },
  ]);
});

test("a setting that names no kind still asks for one", () => {
  for (const setting of ["", " \n", ": 24"])
    expect(clearanceKinds(setting)).toEqual([{ type: "background_check", validForMonths: 24 }]);
});

const kind = { type: "FBI", validForMonths: 24 };
const lastDay = (given: Partial<Parameters<typeof lastDayOf>[0]> = {}) =>
  lastDayOf({ kind, result: "clear", checkedOn: "2026-08-31", endsOn: null, ...given });

test("a clear check counts for the months of its kind; without months it has no end", () => {
  expect(lastDay()).toEqual({ on: "2028-08-31" });
  expect(lastDay({ kind: { ...kind, validForMonths: 6 } })).toEqual({ on: "2027-02-28" });
  expect(lastDay({ kind: { ...kind, validForMonths: null } })).toEqual({ on: null });
});

test("the day that the paper names counts where it is earlier, never where it is later, and never before the check", () => {
  expect(lastDay({ endsOn: "2027-01-01" })).toEqual({ on: "2027-01-01" });
  expect(lastDay({ endsOn: "2028-09-01" })).toEqual({ fault: "ends_too_late" });
  expect(lastDay({ endsOn: "2026-08-30" })).toEqual({ fault: "ends_before_check" });
});

test("what is not clear counts on no day", () => {
  expect(lastDay({ result: "pending" })).toEqual({ on: null });
  expect(lastDay({ result: "not_clear", endsOn: "2027-01-01" })).toEqual({ on: null });
});

const ON = "2026-10-15";
const check = (given: Partial<Clearance> = {}): Clearance => ({
  ...{ mentorId: "maya", type: "FBI", result: "clear", checkedOn: "2026-09-01", expiresOn: "2028-09-01" },
  ...given,
});
const standing = (own: readonly Clearance[], types = ["FBI"]) => checkStanding(own, { types, on: ON });

test("checks stand by their day: its last one counts, sixty days before it somebody sees to it", () => {
  expect(standing([check()])).toEqual({ state: "valid", endsOn: "2028-09-01" });
  expect(standing([check({ expiresOn: null })])).toEqual({ state: "valid", endsOn: null });
  expect(standing([check({ expiresOn: "2026-12-15" })])).toMatchObject({ state: "valid" });
  expect(standing([check({ expiresOn: "2026-12-14" })])).toEqual({ state: "ending", endsOn: "2026-12-14" });
  expect(standing([check({ expiresOn: ON })])).toMatchObject({ state: "ending" });
  expect(standing([check({ expiresOn: "2026-10-14" })])).toEqual({ state: "expired", endsOn: "2026-10-14" });
});

test("of several kinds the most urgent is said, also of one that nobody recorded, and of one that is asked for no more where it failed", () => {
  expect(standing([])).toEqual({ state: "missing", endsOn: null });
  expect(standing([check()], ["FBI", "State police"])).toMatchObject({ state: "missing" });
  expect(
    standing([check(), check({ type: "State police", result: "pending" })], ["FBI", "State police"]),
  ).toMatchObject({
    state: "pending",
  });
  expect(standing([check({ type: "old", result: "not_clear" })], ["FBI"])).toMatchObject({ state: "not_clear" });
});

test("a kind that the school asks for no more runs out without a word, and a failure of it stays one", () => {
  const old = (given: Partial<Clearance> = {}) => check({ type: "old", expiresOn: "2026-10-01", ...given });
  expect(standing([check(), old()])).toMatchObject({ state: "valid" });
  expect(standing([old()])).toMatchObject({ state: "missing" });
  expect(standing([check(), old({ result: "not_clear" })])).toMatchObject({ state: "not_clear" });
  expect(standing([check(), old({ result: "not_clear" }), old({ checkedOn: "2026-09-20" })])).toMatchObject({
    state: "valid",
  });
});

test("a renewal that is not finished leaves a mentor at the check before, while that is valid or did not clear", () => {
  const renewal = check({ result: "pending", checkedOn: "2026-10-10" });
  expect(standing([check(), renewal])).toEqual({ state: "valid", endsOn: "2028-09-01" });
  expect(standing([check({ expiresOn: "2026-12-14" }), renewal])).toMatchObject({ state: "ending" });
  expect(standing([check({ expiresOn: "2026-10-14" }), renewal])).toMatchObject({ state: "pending" });
  expect(standing([check({ result: "not_clear" }), renewal])).toMatchObject({ state: "not_clear" });
});

test("what is next comes first, of one state what ends first", () => {
  const of = (state: "valid" | "ending" | "expired" | "not_clear", endsOn: string | null = null) => ({ state, endsOn });
  const sorted = [of("valid"), of("ending", "2026-12-01"), of("not_clear"), of("ending", "2026-11-01"), of("expired")];
  expect(sorted.sort(compareStandings)).toEqual([
    of("not_clear"),
    of("expired"),
    of("ending", "2026-11-01"),
    of("ending", "2026-12-01"),
    of("valid"),
  ]);
});

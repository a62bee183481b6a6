import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf } from "~/domain/matching/eligibility";
import { EQUITY_GROUPINGS, type Equity, type EquityRow, equityOf, OTHERS, type Rate } from "~/domain/matching/equity";
import type { StudentEvidence } from "~/domain/matching/evidence";
import { openPlan } from "~/domain/matching/open-plan";
import { fitOfWeight } from "~/domain/matching/own-choice";
import { fitFigures } from "~/domain/matching/run-figures";
import { rowsToHide } from "~/domain/matching/small-cells";
import { openWarmPlan } from "~/domain/matching/warm-plan";
import { matchContext } from "../support/match-context";
import { ana, clinic } from "./matching-cases";

/** A plan over students with some grades, areas and languages, and clinics with so many seats in all. */
function planOver(students: Partial<StudentEvidence>[], seats: readonly number[]) {
  const placements = seats.map((openPursuitPlaces, at) =>
    clinic({ listingId: `clinic-${at}`, openPursuitPlaces, openSeats: openPursuitPlaces }),
  );
  const opened = openWarmPlan({
    students: students.map((changes, at) => ana({ id: `student-${String(at).padStart(3, "0")}`, ...changes })),
    placements,
    context: matchContext({ placements }),
    seed: 1,
    locks: [],
    forbids: [],
    optedOutStudentIds: [],
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

const times = (count: number, changes: Partial<StudentEvidence>) => Array.from({ length: count }, () => changes);
const small = (count: number) => count > 0 && count < 10;

test("a group of ten and more shows its places, the dearest place, the middle fit and way, and adds up to all", () => {
  const wished = { wishedListingIds: ["clinic-0"] };
  const { all, groups } = equityOf(
    planOver([...times(20, { grade: 9, ...wished }), ...times(30, { grade: 10 })], [20, 30]),
    "grade",
  );
  expect(groups).toMatchObject([
    { group: "9", students: 20, placed: { count: 20, of: 20 }, topChoice: { count: 20, of: 20 } },
    { group: "10", students: 30, placed: { count: 30, of: 30 } },
  ]);
  expect(all).toMatchObject({ students: 50, placed: { count: 50, of: 50 } });
  expect(groups[0]?.medianFit).toBeGreaterThan(groups[1]?.medianFit ?? 0);
  expect(groups[0]?.medianMinutes).toBeGreaterThanOrEqual(0);
});

test("groups under ten are put together, with the smallest of the others where they are too few even so", () => {
  const languages = [...times(24, { languages: ["en"] }), ...times(12, { languages: ["en", "es"] })];
  const { groups } = equityOf(
    planOver([...languages, ...times(3, { languages: ["so", "en"] }), ...times(2, { languages: ["vi"] })], [60]),
    "language",
  );
  expect(groups.map(({ group, students }) => [group, students])).toEqual([
    ["en", 24],
    [OTHERS, 17],
  ]);
});

test("six students of one group without a place hide that group's rate, and the smallest other with it", () => {
  // the clinic of grade 9 is short of six seats
  const students = [...times(26, { grade: 9, weekdays: [2] }), ...times(14, { grade: 10, weekdays: [4] })];
  const plan = planOver(students, [34]);
  const { all, groups } = equityOf(plan, "grade");
  expect(groups.map(({ placed }) => placed)).toEqual([null, null]);
  expect(all?.placed).toBeNull();
  expect(groups.map(({ students: count }) => count)).toEqual([26, 14]);
});

test("X4: a middle fit or way does not say that ten of eleven have a place where their places are hidden", () => {
  // ten of eleven, 25 of 35 and 15 of 40: each grade looks for days of its own
  const students = [
    ...times(10, { grade: 9, weekdays: [2] }),
    ...times(1, { grade: 9, weekdays: [7] }),
    ...times(25, { grade: 10, weekdays: [2] }),
    ...times(10, { grade: 10, weekdays: [7] }),
    ...times(15, { grade: 11, weekdays: [2] }),
    ...times(25, { grade: 11, weekdays: [7] }),
  ];
  const { all, groups } = equityOf(planOver(students, [50]), "grade");
  expect(groups.map(({ placed, medianFit }) => [placed?.count ?? null, medianFit !== null])).toEqual([
    [null, false],
    [null, false],
    [15, true],
  ]);
  expect(groups.map(({ medianMinutes }) => medianMinutes !== null)).toEqual([false, false, true]);
  expect(all?.placed).toEqual({ count: 50, of: 86 });
  expect(all?.medianFit).not.toBeNull();
});

test("X4: a middle way does not say that nearly everybody's way is known", () => {
  const known = ana().area;
  const students = [
    ...times(18, { grade: 9, area: known }),
    ...times(2, { grade: 9, area: null }),
    ...times(20, { grade: 10, area: known }),
    ...times(20, { grade: 11, area: known }),
  ];
  const { all, groups } = equityOf(planOver(students, [60]), "grade");
  expect(groups.map(({ placed, medianFit }) => [placed?.count, medianFit !== null])).toEqual([
    [20, true],
    [20, true],
    [20, true],
  ]);
  expect(groups.map(({ medianMinutes }) => medianMinutes !== null)).toEqual([false, false, false]);
  expect(all?.medianMinutes).toBeNull();
});

test("X4: places less dearest places do not say that five have a place that is not the dearest to them", () => {
  const wished = { grade: 9, wishedListingIds: ["clinic-0"] };
  const { all, groups } = equityOf(planOver(times(40, wished), [25, 5]), "grade");
  expect(all?.placed).toEqual({ count: 30, of: 40 });
  expect(all?.topChoice).toBeNull();
  expect(groups).toEqual([]);
  const { all: enough } = equityOf(planOver(times(50, wished), [25, 10]), "grade");
  expect(enough).toMatchObject({ placed: { count: 35, of: 50 }, topChoice: { count: 25, of: 50 } });
});

test("the middle fit and way of a slate are of the pair that suits best, as where plans are compared, also for who chose another", () => {
  const far = { lat: 47.7, lon: -122.33, approximate: false };
  const placements = ["near", "chosen"].map((listingId) =>
    clinic({
      listingId,
      openPursuitPlaces: 12,
      openSeats: 12,
      ...(listingId === "chosen" && { interests: ["cooking"], location: far }),
    }),
  );
  const context = { ...matchContext({ placements }), ownChoiceFirst: true, listInOrder: true };
  const students = times(12, { wishedListingIds: ["chosen"] }).map((own, at) => ana({ id: `student-${at}`, ...own }));
  const opened = openPlan({ students, placements, context, seed: 1, mode: "slate", perStudent: 2 });
  if (!opened.ok) throw new Error(opened.reason);
  const { all } = equityOf(opened.value, "grade");
  const [first] = opened.value.plan.assignments;
  expect(first).toMatchObject({ listingId: "chosen", round: 1 });
  expect(all?.medianFit).toBe(fitFigures(opened.value.plan.assignments).median);
  expect(all?.medianFit).not.toBe(fitOfWeight(first?.weight ?? 0));
  const near = factsOf(students[0] as StudentEvidence, placements[0] as (typeof placements)[0], context);
  expect(all?.medianMinutes).toBe(near.travel?.minutes);
});

test("a plan of fewer than ten students shows nothing", () => {
  expect(equityOf(planOver(times(9, {}), [9]), "grade")).toEqual({ all: null, groups: [] });
});

test("students who do not look are in no group", () => {
  const plan = planOver(times(30, { grade: 9 }), [30]);
  const resting = { ...plan, input: { ...plan.input, optedOutStudentIds: plan.studentIds.slice(0, 12) } };
  expect(equityOf(resting, "grade").all?.students).toBe(18);
});

const anyRows = fc.dictionary(
  fc.constantFrom("a", "b", "c", "d", "e", "f"),
  fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), { minLength: 3, maxLength: 3 }),
);
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

test("X4: from totals, row sizes and the rows that show, no hidden part is found nor known to be under ten (property)", () => {
  fc.assert(
    fc.property(anyRows, (given) => {
      // rows of people: nobody, or ten and more
      const rows = new Map(Object.entries(given).filter(([, parts]) => sum(parts) >= 10));
      const { hidden, allHidden } = rowsToHide(rows);
      for (const [name, parts] of rows) if (!hidden.has(name)) expect(parts.some(small)).toBe(false);
      if (allHidden) return;
      const together = [...rows].filter(([name]) => hidden.has(name)).map(([, parts]) => parts);
      for (const parts of together)
        parts.forEach((part, at) => {
          const column = sum(together.map((row) => row[at] ?? 0));
          // the exact upper bound of a cell in a table of two ways with known margins (Frechet)
          const most = Math.min(sum(parts), column);
          if (small(part)) expect(most).toBeGreaterThanOrEqual(10);
        });
    }),
    { numRuns: 2000 },
  );
});

const anyChanges = fc.record({
  grade: fc.constantFrom(9, 10, 11, 12),
  areaId: fc.constantFrom("north", "south", null),
  languages: fc.constantFrom(["en"], ["en", "es"], ["so"], []),
  area: fc.constantFrom(ana().area, ana().area, ana().area, null),
  weekdays: fc.constantFrom([2, 4], [2, 4], [2, 4], [4], [7]),
  wishedListingIds: fc.constantFrom([], ["clinic-0"], ["clinic-1"]),
});

test("X4: no cell of one to nine shows for any plan and grouping, nor by taking what shows off the totals (property)", () => {
  fc.assert(
    fc.property(
      // At their full size: of few students nothing shows.
      fc.array(anyChanges, { minLength: 10, maxLength: 45, size: "max" }),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 }),
      fc.constantFrom(...EQUITY_GROUPINGS),
      (students, seats, by) => {
        const { all, groups } = equityOf(planOver(students, seats), by);
        for (const row of [all, ...groups]) {
          expect(cellsOf(row).some(small)).toBe(false);
          // Else a middle, or that there is none, would tell of a hidden cell whether it holds ten.
          if (row?.placed === null) expect([row.medianFit, row.medianMinutes]).toEqual([null, null]);
        }
        if (all && groups.length > 0) expect(sum(groups.map((row) => row.students))).toBe(all.students);
        for (const measure of ["placed", "topChoice"] as const)
          expect(restOf({ all, groups }, measure).some(small)).toBe(false);
        // Whoever has the dearest place has a place: the difference of the two is a cell, of a row and of the hidden rows together.
        const besides = [all, ...groups].map(placedElsewhere);
        expect(besides.some((count) => small(count ?? 0))).toBe(false);
        const [whole = null, ...shown] = besides;
        if (whole !== null && groups.length > 0)
          expect(small(whole - sum(shown.map((count) => count ?? 0)))).toBe(false);
        // A middle value says no more of how many have a place than `placed` does.
        for (const row of [all, ...groups]) {
          if (row?.medianFit || row?.medianMinutes) expect(row.placed?.count).toBeGreaterThanOrEqual(10);
          if (row?.placed?.count) expect(row.medianFit).not.toBeNull();
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const partsOf = (rate: Rate, students: number) => (rate ? [rate.count, rate.of - rate.count, students - rate.of] : []);

function cellsOf(row: EquityRow | null): number[] {
  if (!row) return [];
  return [row.students, ...partsOf(row.placed, row.students), ...partsOf(row.topChoice, row.students)];
}

/** Who has a place that is not the dearest to them, as anybody can work out; null where one of the counts does not show. */
function placedElsewhere(row: EquityRow | null): number | null {
  return row?.placed && row.topChoice ? row.placed.count - row.topChoice.count : null;
}

/** What the hidden rows have together, as anybody can work out. */
function restOf({ all, groups }: Equity, measure: "placed" | "topChoice"): number[] {
  if (!all?.[measure] || groups.length === 0) return [];
  const shown = groups.filter((row) => row[measure] !== null).map((row) => partsOf(row[measure], row.students));
  return partsOf(all[measure], all.students).map((part, at) => part - sum(shown.map((parts) => parts[at] ?? 0)));
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { groupBy } from "~/domain/group-by";
import { GRADE_BANDS, gradeBandOf, sharedTraits, type Traits } from "~/domain/interest/shared-traits";

const many = (count: number, traits: Traits): Traits[] => Array.from({ length: count }, () => traits);

test("area and grades are told together where ten students share both", () => {
  const own: Traits = { areaId: "north", gradeBand: "9-10" };
  expect(sharedTraits(many(10, own))(own)).toEqual(own);
});

test("of nine who share both, only the grades that ten share are told", () => {
  const own: Traits = { areaId: "north", gradeBand: "9-10" };
  const tell = sharedTraits([...many(9, own), { areaId: "south", gradeBand: "9-10" }]);
  expect(tell(own)).toEqual({ areaId: null, gradeBand: "9-10" });
});

test("where the grades are few, the area stays if ten live there, and else nothing does", () => {
  const own: Traits = { areaId: "north", gradeBand: "6-8" };
  const tell = sharedTraits([own, ...many(9, { areaId: "north", gradeBand: "9-10" })]);
  expect(tell(own)).toEqual({ areaId: "north", gradeBand: null });
  expect(sharedTraits([own])(own)).toEqual({ areaId: null, gradeBand: null });
});

test("whatever the school, what is told of a student is true of ten", () => {
  const traits = fc.record({
    areaId: fc.constantFrom("north", "south", null),
    gradeBand: fc.constantFrom(...GRADE_BANDS),
  });
  fc.assert(
    fc.property(fc.array(traits, { minLength: 1, maxLength: 60 }), (school) => {
      const tell = sharedTraits(school);
      for (const own of school) {
        const told = tell(own);
        const alike = school.filter(
          ({ areaId, gradeBand }) =>
            (told.areaId === null || told.areaId === areaId) &&
            (told.gradeBand === null || told.gradeBand === gradeBand),
        );
        const isTold = told.areaId !== null || told.gradeBand !== null;
        expect(isTold ? alike.length : 10).toBeGreaterThanOrEqual(10);
      }
    }),
  );
});

test("whatever the school, each record looks like nine others, also one that tells nothing", () => {
  const traits = fc.record({
    areaId: fc.constantFrom("north", "south", "east", null),
    gradeBand: fc.constantFrom(...GRADE_BANDS),
  });
  fc.assert(
    fc.property(fc.array(traits, { minLength: 1, maxLength: 80 }), (school) => {
      const tell = sharedTraits(school);
      const looks = groupBy(school, (own) => JSON.stringify(tell(own)));
      for (const alike of looks.values()) expect(alike.length).toBeGreaterThanOrEqual(Math.min(10, school.length));
    }),
    { numRuns: 500 },
  );
});

test("one who lives elsewhere is not the one whose record tells less than all others", () => {
  const far: Traits = { areaId: "south", gradeBand: "9-10" };
  const tell = sharedTraits([...many(15, { areaId: "north", gradeBand: "9-10" }), far]);
  expect(tell(far)).toEqual(tell({ areaId: "north", gradeBand: "9-10" }));
});

test("a large school tells what it can: the rare ones cost the smallest group alone", () => {
  const common: Traits = { areaId: "north", gradeBand: "9-10" };
  const tell = sharedTraits([
    ...many(30, common),
    ...many(11, { areaId: "south", gradeBand: "6-8" }),
    { areaId: "east", gradeBand: "11-13" },
  ]);
  expect(tell(common)).toEqual(common);
  expect(tell({ areaId: "south", gradeBand: "6-8" })).toEqual({ areaId: null, gradeBand: null });
});

test("every grade has its band", () => {
  expect([1, 5, 6, 8, 9, 10, 11, 13].map(gradeBandOf)).toEqual([
    "to-5",
    "to-5",
    "6-8",
    "6-8",
    "9-10",
    "9-10",
    "11-13",
    "11-13",
  ]);
});

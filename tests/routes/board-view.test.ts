import fc from "fast-check";
import { expect, test } from "vitest";
import { planPage } from "~/routes/coordinator.matches._index/board-view";

const anyPlan = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: 80 }).map((students) =>
  students.flatMap(([pairs, isLow], at) =>
    Array.from({ length: pairs }, (_, nth) => ({
      id: `${at} ${nth}`,
      studentId: `s${at}`,
      flags: isLow && nth > 0 ? (["low_fit"] as const) : ([] as const),
    })),
  ),
);

test("the pages of a plan hold each pair once, in its order, and never part a student (property)", () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom("low_fit" as const, null), (matches, only) => {
      const { pages, counts } = planPage(matches, { only, page: 1 });
      const rows = Array.from({ length: pages }, (_, at) => planPage(matches, { only, page: at + 1 }).rows);
      const shown = matches.filter(({ flags }) => only === null || flags.some((flag) => flag === only));
      expect(rows.flat()).toEqual(shown);
      if (only) expect(shown).toHaveLength(counts[only]);
      for (const page of rows) expect(page.length).toBeLessThan(53);
      const students = rows.map((page) => new Set(page.map(({ studentId }) => studentId)));
      expect(students.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(shown.map((row) => row.studentId)).size);
      expect(planPage(matches, { only, page: pages + 7 }).rows).toEqual(rows.at(-1));
    }),
    { numRuns: 300 },
  );
});

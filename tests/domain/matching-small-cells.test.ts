import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutSmallCells } from "~/domain/matching/small-cells";

describe("counts of groups", () => {
  it("X4: hide groups under ten, and no reader finds one from the total and the groups that show (property)", () => {
    const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(counts, (groups) => {
        const shown = withoutSmallCells(groups);
        expect(Object.keys(shown)).toEqual(Object.keys(groups));
        const hidden = Object.keys(groups).filter((group) => shown[group] === null);
        for (const [group, count] of Object.entries(shown)) {
          if (count !== null) expect(count).toBe(groups[group]);
          if (count !== null) expect(count === 0 || count >= 10).toBe(true);
        }
        const others = Object.values(groups).filter((count) => count > 0).length;
        // What the hidden groups have together can be found by taking the shown ones off the total.
        const together = hidden.reduce((sum, group) => sum + (groups[group] ?? 0), 0);
        if (hidden.length > 0 && others > hidden.length) expect(hidden.length > 1 && together >= 10).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("show groups that are large, and none that is empty is hidden", () => {
    expect(withoutSmallCells({ placed: 120, waiting: 30, resting: 0 })).toEqual({
      placed: 120,
      waiting: 30,
      resting: 0,
    });
    expect(withoutSmallCells({ placed: 120, waiting: 30, resting: 3 })).toEqual({
      placed: 120,
      waiting: null,
      resting: null,
    });
  });
});

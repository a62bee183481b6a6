import fc from "fast-check";
import { expect, it } from "vitest";
import { tellSizes } from "~/domain/interest/recruitment";

it("tells tens, and neither a count under ten nor one that is nearly the next wider one", () => {
  expect(tellSizes([4, 12, 38])).toEqual([null, 10, 30]);
  expect(tellSizes([12, 15, 38])).toEqual([null, 10, 30]);
  expect(tellSizes([30, 35, 38])).toEqual([null, null, 30]);
  expect(tellSizes([9, 9, 9])).toEqual([null, null, null]);
  expect(tellSizes([])).toEqual([]);
});

it("never lets what is told point at fewer than ten, inside a circle or between two (property)", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), (counts) => {
      const sorted = counts.toSorted((a, b) => a - b);
      const told = tellSizes(sorted);
      const shown = sorted.filter((_, place) => told[place] !== null);
      for (const [place, count] of shown.entries()) expect(count - (shown[place - 1] ?? 0)).toBeGreaterThanOrEqual(10);
      for (const [place, number] of told.entries())
        if (number !== null) expect([number % 10, number <= (sorted[place] ?? 0)]).toEqual([0, true]);
    }),
  );
});

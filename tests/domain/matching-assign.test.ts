import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "~/domain/matching/assign";

const RUNS = { numRuns: 2000 };

describe("assigning", () => {
  const graph = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 4 }), { maxLength: 6 });

  it("places as many as any assignment can (property, brute force)", () => {
    fc.assert(
      fc.property(graph, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (rows, seats) => {
        const edgesOf = rows.map((places, student) =>
          places.map((place) => ({ place, weight: ((student * 7 + place * 3) % 5) + 1 })),
        );
        const { placeOf, crowds } = assign({ edgesOf, seats });
        expect(placeOf.filter((place) => place >= 0).length).toBe(mostPlaced(rows, seats));
        placeOf.forEach((place, student) => {
          if (place >= 0) expect(rows[student]).toContain(place);
          else if (rows[student]?.length)
            expect(crowds.get(student)?.students).toBe((crowds.get(student)?.seats ?? 0) + 1);
        });
      }),
      RUNS,
    );
  });

  function mostPlaced([first, ...rest]: number[][], seats: number[]): number {
    if (!first) return 0;
    const taken = first
      .filter((place) => (seats[place] ?? 0) > 0)
      .map(
        (place) =>
          1 +
          mostPlaced(
            rest,
            seats.map((count, at) => (at === place ? count - 1 : count)),
          ),
      );
    return Math.max(mostPlaced(rest, seats), ...taken);
  }
});

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { problemOf } from "~/domain/matching/instance/problem";
import { solveBalanced } from "~/domain/matching/solver/balanced";
import { certificateFaults } from "~/domain/matching/solver/certificate";
import type { MatchGraph } from "~/domain/matching/solver/graph";
import { askWhatIf, resettle, type WarmEdit } from "~/domain/matching/solver/resettle";
import { type RowEdge, replaceRows, rowOf } from "~/domain/matching/solver/rows";
import { placesIn, type Warm, warmUp, worthOf } from "~/domain/matching/solver/warm";
import { OPEN } from "~/domain/matching/solver/warm-aim";
import { anyInstance, tableOf } from "./matching-instances";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

/** A solved graph, and numbers to draw edits from. */
const anyWarm = fc
  .tuple(anyInstance({ students: 9, placements: 6 }), fc.infiniteStream(fc.nat(999_983)))
  .map(([instance, numbers]) => {
    const { graph } = problemOf(tableOf(instance), { seed: 1, pairs: "all" });
    return { graph, draw: (below: number) => (numbers.next().value ?? 0) % Math.max(1, below) };
  });
type Draw = (below: number) => number;

const UNBOUND = Number.POSITIVE_INFINITY;

function warm(graph: MatchGraph): Warm {
  const { standing, placed, floor } = solveBalanced(graph);
  return warmUp({ graph, places: placesIn(standing), placed, floor });
}

/** A lock, some pairs forbidden, up to three rows drawn anew; a seat more or less; a limit that pairs outside set. */
function anyEdit(from: Warm, draw: Draw): WarmEdit {
  const { graph } = from.standing;
  const s = draw(graph.students);
  const open = graph.students === 0 ? [] : rowOf(graph, s).filter(({ weight }) => weight >= OPEN);
  const [lock] = open.filter(({ place }) => (graph.seats[place] as number) > 0);
  const kind = draw(4);
  if (kind === 0 && lock) {
    const seats = new Map([[lock.place, (graph.seats[lock.place] as number) - 1]]);
    return { rows: new Map([[s, []]]), seats, ceiling: lock.weight, fixes: 1 };
  }
  if (kind === 1 && open.length > 0) {
    const rows = new Map([[s, open.filter(() => draw(2) === 0)]]);
    return { rows, seats: new Map(), ceiling: UNBOUND, fixes: 0 };
  }
  const places = placesIn(from.standing);
  const rows = new Map<number, RowEdge[]>();
  for (let turn = draw(4); turn > 0 && graph.students > 0; turn -= 1) {
    const student = draw(graph.students);
    const slots = kind === 2 ? rowOf(graph, student).map(({ place }) => place) : [...graph.seats.keys()];
    const row = draw(3) === 0 ? [] : slots.filter(() => draw(2) > 0);
    const edgeOf = (place: number) => {
      const weight = 1 + draw(6);
      return { place, weight, value: worthOf(from.worth, { weight, kept: places[student] === place }) };
    };
    rows.set(student, row.map(edgeOf));
  }
  const seats = new Map<number, number>();
  const p = draw(graph.placements);
  if (graph.placements > 0) seats.set(p, Math.max(0, (graph.seats[p] as number) + draw(4) - 1));
  return { rows, seats, ceiling: draw(3) === 0 ? 1 + draw(6) : UNBOUND };
}

/** The edited graph solved from nothing. */
function cold({ standing: { graph } }: Warm, { rows, seats, ceiling }: WarmEdit) {
  const all = Array.from({ length: graph.students }, (_, s): [number, RowEdge[]] => [
    s,
    [...(rows.get(s) ?? rowOf(graph, s).filter(({ weight }) => weight >= OPEN))],
  ]);
  const after = graph.seats.map((count, p) => seats.get(p) ?? count);
  return solveBalanced(replaceRows({ ...graph, seats: after }, new Map(all)), ceiling);
}

/** Summed values: weights first, then pairs that stay. */
function valueIn({ standing: { graph, holding } }: Pick<Warm, "standing">): number {
  return holding.edgeOf.reduce((sum, e) => sum + (e < 0 ? 0 : (graph.value[e] as number)), 0);
}

describe("a warm plan", () => {
  it("N1 and D5: after any edit equals one made from nothing in number, floor, total and pairs that stay (property)", () => {
    fc.assert(
      fc.property(anyWarm, ({ graph, draw }) => {
        let now = warm(graph);
        for (let turn = 0; turn < 3; turn += 1) {
          const edit = anyEdit(now, draw);
          const fresh = cold(now, edit);
          const asked = askWhatIf(now, edit, (after) => [...placesIn(after.standing)]);
          expect(certificateFaults(now.standing)).toEqual([]);
          now = resettle(now, edit);
          expect(asked).toEqual([...placesIn(now.standing)]);
          expect([now.placed, now.floor, valueIn(now)]).toEqual([fresh.placed, fresh.floor, valueIn(fresh)]);
          expect(now.standing.holding.placed).toBe(fresh.placed);
          expect(certificateFaults(now.standing)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("N2: begins as the plan it is made of, and an edit that changes nothing moves nobody (property)", () => {
    fc.assert(
      fc.property(anyWarm, ({ graph }) => {
        const { standing } = solveBalanced(graph);
        const start = warm(graph);
        expect(certificateFaults(start.standing)).toEqual([]);
        expect(placesIn(start.standing)).toEqual(placesIn(standing));
        const same = resettle(start, { rows: new Map(), seats: new Map(), ceiling: UNBOUND });
        expect(placesIn(same.standing)).toEqual(placesIn(start.standing));
      }),
      RUNS,
    );
  });

  it("N4: a row taken away and given back brings everybody back (property)", () => {
    fc.assert(
      fc.property(anyWarm, ({ graph, draw }) => {
        fc.pre(graph.students > 0);
        const start = warm(graph);
        const s = draw(graph.students);
        const own = rowOf(start.standing.graph, s);
        const place = own[draw(own.length)]?.place;
        const count = place === undefined ? 0 : (graph.seats[place] as number);
        const seats = new Map(place === undefined || count === 0 ? [] : [[place, count - 1]]);
        const locked = resettle(start, { rows: new Map([[s, []]]), seats, ceiling: UNBOUND });
        const back = new Map([...seats.keys()].map((p) => [p, count]));
        const again = resettle(locked, { rows: new Map([[s, own]]), seats: back, ceiling: UNBOUND });
        expect(placesIn(again.standing)).toEqual(placesIn(start.standing));
      }),
      RUNS,
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutMap, MAP_HEIGHT, MAP_WIDTH } from "~/ui/lay-out-map";
import { pinAt } from "~/ui/pin-plane";

const centre = { latitude: 47.68, longitude: -122.33 };
const at = (number: number, east: number, north: number) => ({ number, pin: pinAt(centre, { east, north }) });
const draw = (places: ReturnType<typeof at>[], ringMetres: number[] = []) => layOutMap({ centre, places, ringMetres });

test("north is up, east is right, and twice as far is twice as far", () => {
  const { centre: middle, markers } = draw([at(1, 0, 1_000), at(2, 2_000, 0), at(3, 0, -1_000)]);
  const [north, east, south] = markers;
  if (!north || !east || !south) throw new Error("three places are three markers");
  expect(north.y).toBeLessThan(middle.y);
  expect(south.y).toBeGreaterThan(middle.y);
  expect((east.x - middle.x) / (middle.y - north.y)).toBeCloseTo(2, 1);
});

test("places in one spot share a marker that names them all, in order", () => {
  const { markers } = draw([at(7, 500, 500), at(2, 500, 500), at(4, 505, 500), at(1, -900, -900)]);
  expect(markers.map(({ numbers }) => numbers)).toEqual([[1], [2, 4, 7]]);
});

test("one place in another city does not press all others into a spot; it is named as farther away", () => {
  const { markers, beyond } = draw([at(1, 900, 0), at(2, -900, 0), at(3, 0, 900), at(4, 80_000, 0)]);
  expect(beyond).toEqual([4]);
  expect(markers.map(({ numbers }) => numbers)).toEqual([[1], [2], [3]]);
});

test("rings are true to scale, at most three, and end inside the drawing", () => {
  const { centre: middle, markers, rings } = draw([at(1, 0, 2_000), at(2, 0, -2_000)], [500, 1_000, 2_000, 4_000]);
  expect(rings.length).toBeGreaterThan(0);
  expect(rings.length).toBeLessThanOrEqual(3);
  const scale = (middle.y - (markers[0]?.y ?? 0)) / 2_000;
  for (const { radius, metres } of rings) expect(radius / metres).toBeCloseTo(scale, 3);
});

test("the distance of a ring stands over it, and under it where a marker would hide that", () => {
  const ring = (...places: ReturnType<typeof at>[]) => {
    const { centre: middle, rings } = draw([at(8, 2_000, 2_000), at(9, -2_000, -2_000), ...places], [1_000]);
    return { side: (rings[0]?.labelY ?? 0) < middle.y ? "over" : "under" };
  };
  expect(ring().side).toBe("over");
  expect(ring(at(1, 0, 1_000)).side).toBe("under");
  expect(ring(at(1, 0, 1_000), at(2, 0, -1_000)).side).toBe("over");
});

test("whatever lies wherever: every place is on the map once or named as beyond, inside the drawing, and no two markers overlap", () => {
  const metres = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 20 }), (points) => {
      const { markers, beyond } = draw(points.map(([east, north], place) => at(place + 1, east, north)));
      const shown = [...markers.flatMap(({ numbers }) => numbers), ...beyond];
      expect(shown.toSorted((a, b) => a - b)).toEqual(points.map((_, place) => place + 1));
      for (const { x, y } of markers) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(MAP_WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(MAP_HEIGHT);
      }
      for (const [place, one] of markers.entries())
        for (const other of markers.slice(place + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(34);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { metresFrom, pinAt } from "~/ui/pin-plane";

const school = { latitude: 47.6, longitude: -122.33 };

test("a pin put on the plane is found again within two metres", () => {
  const metres = fc.double({ min: -20_000, max: 20_000, noNaN: true });
  fc.assert(
    fc.property(metres, metres, (east, north) => {
      const found = metresFrom(school, pinAt(school, { east, north }));
      expect(Math.hypot(found.east - east, found.north - north)).toBeLessThan(2);
    }),
  );
});

test("north is up and east is right", () => {
  const pin = pinAt(school, { east: 1_000, north: 1_000 });
  expect(pin.latitude).toBeGreaterThan(school.latitude);
  expect(pin.longitude).toBeGreaterThan(school.longitude);
});

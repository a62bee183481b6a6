import fc from "fast-check";
import { expect, test } from "vitest";
import { ARRIVALS, type Arrival, isNews } from "~/domain/mail/arrival";

test("the first report is news, the same one again is not", () => {
  for (const told of ARRIVALS) {
    expect(isNews(told, null)).toBe(true);
    expect(isNews(told, told)).toBe(false);
  }
});

test("a delivery that is told late does not undo a bounce, and a bounce after a delivery counts", () => {
  expect(isNews("delivered", "bounced")).toBe(false);
  expect(isNews("bounced", "delivered")).toBe(true);
  expect(isNews("bounced", "complained")).toBe(false);
});

test("whatever the order and however often reports come, the one that counts most is what is known in the end", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ARRIVALS), { minLength: 1 }), (told) => {
      const known = told.reduce<Arrival | null>((before, next) => (isNews(next, before) ? next : before), null);
      expect(known).toBe([...told].sort((a, b) => ARRIVALS.indexOf(b) - ARRIVALS.indexOf(a))[0]);
    }),
  );
});

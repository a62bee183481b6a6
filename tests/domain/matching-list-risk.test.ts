import fc from "fast-check";
import { expect, test } from "vitest";
import { LIST_RISKS, type ListedPlace, listRisk } from "~/domain/matching/list-risk";

const places = (count: number, place: ListedPlace) => Array.from({ length: count }, () => place);
const riskOf = (open: readonly ListedPlace[], listed = open.length) => listRisk({ listed, open });

test.each<[string, ListedPlace[], string]>([
  ["nothing", [], "empty"],
  ["one place that nobody else wants", places(1, { openSeats: 1, othersWanting: 0 }), "safe"],
  ["one place that another student wants", places(1, { openSeats: 1, othersWanting: 1 }), "crowded"],
  ["one listing with a place for each who wants it", places(1, { openSeats: 2, othersWanting: 1 }), "safe"],
  ["two places that another student wants", places(2, { openSeats: 1, othersWanting: 1 }), "crowded"],
  ["three such places", places(3, { openSeats: 1, othersWanting: 1 }), "safe"],
  ["three places that many want", places(3, { openSeats: 1, othersWanting: 20 }), "crowded"],
  ["places that are taken", places(4, { openSeats: 0, othersWanting: 0 }), "closed"],
])("a list of %s", (_, open, risk) => {
  expect(riskOf(open)).toBe(risk);
});

test("a list of nothing but what the rules exclude is closed", () => {
  expect(riskOf([], 3)).toBe("closed");
});

const anyPlace = fc.record({
  openSeats: fc.integer({ min: 0, max: 5 }),
  othersWanting: fc.integer({ min: 0, max: 40 }),
});
const anyList = fc.array(anyPlace, { maxLength: 12 });
const badness = (open: readonly ListedPlace[], listed = open.length) => LIST_RISKS.indexOf(riskOf(open, listed));

test("saving one more place never makes a list worse, open to the student or not (property)", () => {
  fc.assert(
    fc.property(anyList, anyPlace, fc.nat(40), (open, more, at) => {
      const longer = [...open.slice(0, at), more, ...open.slice(at)];
      expect(badness(longer)).toBeLessThanOrEqual(badness(open));
      expect(badness(open, open.length + 1)).toBeLessThanOrEqual(badness(open));
    }),
  );
});

test("one more seat, or one less student who wants it, never makes a list worse (property)", () => {
  fc.assert(
    fc.property(anyList, anyPlace, (rest, { openSeats, othersWanting }) => {
      const before = badness([...rest, { openSeats, othersWanting }]);
      expect(badness([...rest, { openSeats: openSeats + 1, othersWanting }])).toBeLessThanOrEqual(before);
      expect(badness([...rest, { openSeats, othersWanting: Math.max(0, othersWanting - 1) }])).toBeLessThanOrEqual(
        before,
      );
    }),
  );
});

test("enough places of one's own make every list safe (property)", () => {
  fc.assert(
    fc.property(anyList, (open) => {
      expect(riskOf([...open, { openSeats: 1, othersWanting: 0 }])).toBe("safe");
    }),
  );
});

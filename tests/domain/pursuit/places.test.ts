import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeBand } from "~/domain/pursuit/grade-band";
import { firstFreePlace, placeCount, type Stay, seatsToOffer, staysOverlap } from "~/domain/pursuit/places";

const day = fc
  .integer({ min: 0, max: 700 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const stay: fc.Arbitrary<Stay> = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    dates: fc.tuple(day, day).map((pair) => pair.sort()),
    startOpen: fc.boolean(),
    endOpen: fc.boolean(),
  })
  .map(({ weekdays, dates, startOpen, endOpen }) => ({
    weekdays,
    startsOn: startOpen ? null : (dates[0] ?? null),
    endsOn: endOpen ? null : (dates[1] ?? null),
  }));

test("places are handed out one by one, none twice, until all are taken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 }), (seats, perSeat) => {
      const count = placeCount(seats, perSeat);
      expect(count).toBe(seats * perSeat);
      const taken: number[] = [];
      for (let place = firstFreePlace(taken, count); place !== null; place = firstFreePlace(taken, count))
        taken.push(place);
      expect(taken).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    }),
  );
});

test("the lowest free place is found whatever the order of the taken ones, and none while as many are taken as there are", () => {
  const taken = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(taken, fc.integer({ min: 0, max: 20 }), (numbers, count) => {
      const free = firstFreePlace(numbers, count);
      const lowest = Array.from({ length: count }, (_, at) => at + 1).find((place) => !numbers.includes(place));
      expect(free).toBe(numbers.length < count ? lowest : null);
    }),
  );
});

test("no more seats can be offered than each day of the placement has, and a day without seats is none of its days", () => {
  const ofDays = (...seats: number[]) => seats.map((count) => ({ seats: count }));
  expect(seatsToOffer(3, ofDays(3, 1))).toBe(1);
  expect(seatsToOffer(2, ofDays(3, 4))).toBe(2);
  expect(seatsToOffer(3, ofDays(3, 0))).toBe(3);
  expect(seatsToOffer(3, ofDays(0, 0))).toBe(0);
  expect(seatsToOffer(3, [])).toBe(3);
});

test("nonsense from settings makes no place too many", () => {
  expect(placeCount(-2, 3)).toBe(0);
  expect(placeCount(2.9, 1)).toBe(2);
  expect(placeCount(2, 0)).toBe(2);
});

test("two stays overlap whichever is named first, and each overlaps itself", () => {
  fc.assert(
    fc.property(stay, stay, (a, b) => {
      expect(staysOverlap(a, b)).toBe(staysOverlap(b, a));
      expect(staysOverlap(a, a)).toBe(true);
    }),
  );
});

test("two stays overlap exactly when they share a day of the week in shared dates", () => {
  const says = (one: Stay, weekday: number) => one.weekdays.length === 0 || one.weekdays.includes(weekday);
  const runs = (one: Stay, on: string) => (one.startsOn ?? "") <= on && on <= (one.endsOn ?? "9999");
  fc.assert(
    fc.property(stay, stay, (a, b) => {
      const edges = [a.startsOn, a.endsOn, b.startsOn, b.endsOn, "2026-01-01"].filter((on) => on !== null);
      const sharesDates = edges.some((on) => runs(a, on) && runs(b, on));
      const sharesWeekday = [1, 2, 3, 4, 5, 6, 7].some((weekday) => says(a, weekday) && says(b, weekday));
      expect(staysOverlap(a, b)).toBe(sharesDates && sharesWeekday);
    }),
  );
});

test("the last day of one and the first of the other are the same day: they overlap", () => {
  const fall = { weekdays: [2], startsOn: "2026-09-01", endsOn: "2026-12-15" };
  expect(staysOverlap(fall, { weekdays: [2], startsOn: "2026-12-15", endsOn: null })).toBe(true);
  expect(staysOverlap(fall, { weekdays: [2], startsOn: "2026-12-16", endsOn: null })).toBe(false);
});

test("a host reads a grade band, never the grade", () => {
  const grades = Array.from({ length: 13 }, (_, at) => at + 1);
  const bands = grades.map(gradeBand);
  expect(bands.slice(5)).toEqual(["6-8", "6-8", "6-8", "9-10", "9-10", "11-12", "11-12", "11-12"]);
  expect(new Set(bands).size).toBe(3);
});

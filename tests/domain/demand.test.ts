import fc from "fast-check";
import { expect, test } from "vitest";
import { demandOf, toldCount, toldDemandOf } from "~/domain/interest/demand";
import { likingOf } from "~/domain/interest/liking";

test("where seats lack most comes first, and a seat that nobody asks for is there too", () => {
  const rows = demandOf({ likes: { animals: 38, music: 5 }, keen: { animals: 20 }, seats: { animals: 4, cooking: 2 } });
  expect(rows).toEqual([
    { interestId: "animals", students: 38, keen: 20, seats: 4 },
    { interestId: "music", students: 5, keen: 0, seats: 0 },
    { interestId: "cooking", students: 0, keen: 0, seats: 2 },
  ]);
});

test("nine stay at home, ten may be told, nobody looks like a few, and one more does not show", () => {
  expect([0, 1, 9, 10, 11, 19, 20, 38].map(toldCount)).toEqual([null, null, null, 10, 10, 10, 20, 30]);
});

test("no number told to others is of fewer than ten, nor is one that can be worked out from two of them", () => {
  const counts = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { maxLength: 8 }), (pairs) => {
      const demand = pairs.map(([students, part], at) => ({
        interestId: `i${at}`,
        students,
        keen: Math.min(students, part),
        seats: at,
      }));
      for (const { students, keen } of toldDemandOf(demand)) {
        expect(students === null || students >= 10).toBe(true);
        expect(keen === null || keen >= 10).toBe(true);
        if (students === null) expect(keen).toBeNull();
        if (students !== null && keen !== null) expect(few).not.toContain(students - keen);
      }
    }),
  );
});
const few = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test("the order of what is told does not say which hidden count is larger", () => {
  const rows = [
    { interestId: "b", students: 9, keen: 0, seats: 1 },
    { interestId: "a", students: 2, keen: 0, seats: 1 },
  ];
  expect(toldDemandOf(rows).map(({ interestId }) => interestId)).toEqual(["a", "b"]);
});

test("whether one to nine like something, or nobody, does not show in what is told", () => {
  const few = fc.dictionary(fc.constantFrom("animals", "music", "cooking"), fc.integer({ min: 1, max: 9 }));
  const seats = fc.dictionary(fc.constantFrom("animals", "music", "sports"), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(few, seats, (likes, offered) => {
      const offering = Object.fromEntries(Object.entries(offered).filter(([, count]) => count > 0));
      const told = (liked: Record<string, number>) =>
        toldDemandOf(demandOf({ likes: liked, keen: {}, seats: offering }));
      expect(told(likes)).toEqual(told({}));
    }),
  );
});

test("a dislike takes off what a liking adds", () => {
  const interests = [
    { interestId: "animals", strength: 3, liked: true },
    { interestId: "cleaning", strength: 2, liked: false },
  ];
  expect(likingOf(interests, ["animals", "cleaning"])).toBe(1);
  expect(likingOf(interests, ["music"])).toBe(0);
});

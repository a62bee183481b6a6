import { expect, test } from "vitest";
import { failureKnownAt } from "~/domain/clearance/first-known";

const entry = (id: string, day: number, result = "not_clear", replacedBy: string | null = null) => ({
  ...{ id, result, replacedBy },
  recordedAt: `2026-10-${String(day).padStart(2, "0")}T12:00:00Z`,
});
const known = (day: number) => entry("", day).recordedAt;

test("nothing is known where no check failed, or the one that did was a mistake", () => {
  expect(failureKnownAt([])).toBeNull();
  expect(failureKnownAt([entry("a", 1, "clear"), entry("b", 2, "pending")])).toBeNull();
  expect(failureKnownAt([entry("a", 1, "not_clear", "b"), entry("b", 2, "clear")])).toBeNull();
});

test("of two checks that failed the one that became known last counts", () => {
  expect(failureKnownAt([entry("a", 3), entry("b", 5)])).toBe(known(5));
  expect(failureKnownAt([entry("b", 5), entry("a", 3)])).toBe(known(5));
});

test("an entry that says the same again was known with the first one, however often it was corrected", () => {
  const thrice = [entry("c", 9), entry("a", 1, "not_clear", "b"), entry("b", 4, "not_clear", "c")];
  expect(failureKnownAt(thrice)).toBe(known(1));
});

test("a failure that takes the place of a clear entry is news", () => {
  expect(failureKnownAt([entry("a", 1, "clear", "b"), entry("b", 4)])).toBe(known(4));
});

import { expect, test } from "vitest";
import { groupBy } from "~/domain/group-by";

test("groups keep the order of the keys as they first came, and of the items", () => {
  const words = new Set(["bread", "art", "bike", "ants"]);
  expect([...groupBy(words, (word) => word[0])]).toEqual([
    ["b", ["bread", "bike"]],
    ["a", ["art", "ants"]],
  ]);
});

test("nothing to group is no group", () => {
  expect(groupBy([], String).size).toBe(0);
});

import { expect, test } from "vitest";
import { daysUntilItHolds } from "~/domain/concern/lead-change";

test("a colleague is named at once; nobody makes themselves a reader, or takes one away, before the leads could object", () => {
  const name = (isOwn: boolean, leads: number) => daysUntilItHolds({ change: "name", isOwn, leads });
  expect([name(false, 0), name(false, 3), name(true, 0)]).toEqual([0, 0, 0]);
  expect([name(true, 1), name(true, 3)]).toEqual([2, 2]);
  for (const isOwn of [true, false])
    for (const leads of [1, 3]) expect(daysUntilItHolds({ change: "end", isOwn, leads })).toBe(2);
});

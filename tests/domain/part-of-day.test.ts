import { expect, test } from "vitest";
import { partOfDay } from "~/domain/placement/part-of-day";

test.each([
  ["07:30", "11:30", "morning"],
  ["09:00", "13:00", "morning"],
  ["09:00", "13:01", "whole_day"],
  ["11:59", "18:00", "whole_day"],
  ["12:00", "16:00", "afternoon"],
  ["15:30", "19:00", "afternoon"],
  ["16:59", "18:00", "afternoon"],
  ["17:00", "20:00", "evening"],
  ["00:00", "24:00", "whole_day"],
  ["09:00:00", "12:00:00", "morning"],
])("who comes from %s to %s has to be free in the %s", (startsAt, endsAt, part) => {
  expect(partOfDay({ startsAt, endsAt })).toBe(part);
});

test("what is no clock time is a mistake of who asks", () => {
  expect(() => partOfDay({ startsAt: "nine", endsAt: "13:00" })).toThrow(RangeError);
});

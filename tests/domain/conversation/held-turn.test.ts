import { expect, test } from "vitest";
import { nextTurn, turnAfter } from "~/domain/conversation/held-turn";
import { schoolHoursLater } from "~/domain/school-hours";

const ines = { personId: "ines", roles: ["coordinator"] };
const both = { personId: "both", roles: ["admin", "coordinator"] };
const priya = { personId: "priya", roles: ["admin"] };
const deciders = [ines, both, priya];
const ask = (from: "named" | "coordinators" | "admins", namedId = "ines", all = deciders) => {
  const { turn, people } = nextTurn({ from, deciders: all, namedId });
  return [turn, ...people.map(({ personId }) => personId)];
};

test("whom the school named is asked first, then the coordinators, then the admins, each once", () => {
  expect(ask("named")).toEqual(["named", "ines"]);
  expect(ask("coordinators")).toEqual(["coordinators", "both"]);
  expect(ask("admins")).toEqual(["admins", "priya"]);
  expect(["named", "coordinators", "admins"].map((turn) => turnAfter(turn as "named"))).toEqual([
    "coordinators",
    "admins",
    null,
  ]);
});

test("where nobody is named, or who was may not decide any more, it is the coordinators' at once, and the admins' where there are none", () => {
  expect(ask("named", "")).toEqual(["coordinators", "ines", "both"]);
  expect(ask("named", "gone")).toEqual(["coordinators", "ines", "both"]);
  expect(ask("named", "gone", [priya])).toEqual(["admins", "priya"]);
  expect(ask("coordinators", "ines", [ines, priya])).toEqual(["admins", "priya"]);
  expect(ask("named", "", [])).toEqual(["admins"]);
});

test("a limit counts the hours in which the school is open, by its own clock", () => {
  const timeZone = "America/Los_Angeles";
  const after = (from: string, hours: number, ...closed: string[]) =>
    schoolHoursLater({ timeZone, from, hours, closed: new Set(closed) });
  // Thursday at ten: the afternoon of the same day.
  expect(after("2026-10-15T17:00:00Z", 4)).toBe("2026-10-15T21:00:00Z");
  // Friday at three in the afternoon: one hour is left, three come on Monday.
  expect(after("2026-10-16T22:00:00Z", 4)).toBe("2026-10-19T18:00:00Z");
  // Nobody is there on a day on which the school is closed.
  expect(after("2026-10-16T22:00:00Z", 4, "2026-10-16", "2026-10-19")).toBe("2026-10-20T19:00:00Z");
  // At night and on a Saturday the time begins with the next morning of school.
  expect(after("2026-10-15T06:30:00Z", 2)).toBe("2026-10-15T17:00:00Z");
  expect(after("2026-10-17T19:00:00Z", 8)).toBe("2026-10-19T23:00:00Z");
  // Forty hours are a week, across the end of summer time.
  expect(after("2026-10-26T15:00:00Z", 40)).toBe("2026-10-30T23:00:00Z");
  expect(after("2026-10-30T22:00:00Z", 2)).toBe("2026-11-02T17:00:00Z");
});

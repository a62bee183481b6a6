import { expect, test } from "vitest";
import { nextLtiDay } from "~/domain/hours/lti-day";

const autumn = { weekdays: [4], startsOn: "2026-09-07", endsOn: "2026-12-18", closed: ["2026-11-26"] };

test("the next LTI day is today where it is one, skips days without school and keeps to the term", () => {
  expect(nextLtiDay(autumn, "2026-10-15")).toBe("2026-10-15");
  expect(nextLtiDay(autumn, "2026-10-16")).toBe("2026-10-22");
  expect(nextLtiDay(autumn, "2026-11-20")).toBe("2026-12-03");
  expect(nextLtiDay(autumn, "2026-08-01")).toBe("2026-09-10");
  expect(nextLtiDay(autumn, "2026-12-18")).toBeNull();
  expect(nextLtiDay({ ...autumn, weekdays: [] }, "2026-10-15")).toBeNull();
});

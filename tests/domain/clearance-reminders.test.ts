import { expect, test } from "vitest";
import { endingChecks } from "~/domain/clearance/reminders";

const check = (type: string, expiresOn: string | null, result = "clear", checkedOn = "2025-01-01") => ({
  ...{ mentorId: "m", type, result, checkedOn, expiresOn },
});
const on = "2026-10-15";

test.each([
  ["2026-12-15", null],
  ["2026-12-14", 60],
  ["2026-11-15", 60],
  ["2026-11-14", 30],
  ["2026-10-23", 30],
  ["2026-10-22", 7],
  ["2026-10-15", 7],
  ["2026-10-14", null],
])("a check that ends on %s is due for the reminder of %s days", (endsOn, days) => {
  expect(endingChecks([check("police", endsOn)], { types: ["police"], on })[0]?.days ?? null).toBe(days);
});

test("each kind that is asked for is looked at by itself, the first to end first; what was renewed or failed is not", () => {
  const own = [
    ...[check("police", "2026-12-01"), check("child abuse", "2026-10-20"), check("dropped", "2026-10-16")],
    ...[check("fbi", "2026-10-20"), check("fbi", "2030-01-01", "clear", "2026-10-01")],
    ...[check("state", "2026-10-20"), check("state", null, "not_clear", "2026-10-01")],
    check("police", null, "pending", "2026-10-10"),
  ];
  expect(endingChecks(own, { types: ["police", "child abuse", "fbi", "state"], on })).toEqual([
    { type: "child abuse", endsOn: "2026-10-20", days: 7, isRenewing: false },
    { type: "police", endsOn: "2026-12-01", days: 60, isRenewing: true },
  ]);
});

import { expect, test } from "vitest";
import { areCleared, type Clearance, type Cleared, clearedBy, clearedUntil } from "~/domain/clearance/cleared";

const END = "2027-06-10";

/** A clear state check of Maya that ends in two years; a test names what differs. */
const check = (given: Partial<Clearance> = {}): Clearance => ({
  mentorId: "maya",
  type: "state_police",
  result: "clear",
  checkedOn: "2026-09-01",
  expiresOn: "2028-09-01",
  ...given,
});

test("a clear check that holds to the last day clears", () => {
  expect(areCleared(["maya"], [check()], END)).toBe(true);
  expect(areCleared(["maya"], [check({ expiresOn: END })], END)).toBe(true);
});

test("a check that ends a day before the stay does not", () => {
  expect(areCleared(["maya"], [check({ expiresOn: "2027-06-09" })], END)).toBe(false);
});

test("without an end date only a check without an end proves it", () => {
  expect(areCleared(["maya"], [check()], null)).toBe(false);
  expect(areCleared(["maya"], [check({ expiresOn: null })], null)).toBe(true);
});

test("nobody named is not cleared, and a mentor without a check is not", () => {
  expect(areCleared([], [check()], END)).toBe(false);
  expect(areCleared(["maya"], [], END)).toBe(false);
});

test("every back-up counts: one without a check keeps it open", () => {
  const theo = check({ mentorId: "theo" });
  expect(areCleared(["maya", "theo"], [check()], END)).toBe(false);
  expect(areCleared(["maya", "theo"], [check(), theo], END)).toBe(true);
});

test.each(["pending", "not_clear", "anything else"])("a result of %s does not clear", (result) => {
  expect(areCleared(["maya"], [check({ result })], END)).toBe(false);
});

test("the newest check of each kind counts, in whatever order they come", () => {
  const newer = check({ result: "not_clear", checkedOn: "2026-10-01" });
  expect(areCleared(["maya"], [check(), newer], END)).toBe(false);
  expect(areCleared(["maya"], [newer, check()], END)).toBe(false);
  const newest = check({ checkedOn: "2026-10-02" });
  expect(areCleared(["maya"], [newest, newer, check()], END)).toBe(true);
});

test("of two checks of one day the one that does not clear counts", () => {
  const bad = check({ result: "not_clear" });
  expect(areCleared(["maya"], [check(), bad], END)).toBe(false);
  expect(areCleared(["maya"], [bad, check()], END)).toBe(false);
});

test("where there are several kinds all of them have to hold", () => {
  const federal = check({ type: "fbi", expiresOn: "2026-12-01" });
  expect(areCleared(["maya"], [check(), federal], END)).toBe(false);
  expect(areCleared(["maya"], [check(), { ...federal, expiresOn: null }], END)).toBe(true);
});

test.each<[Cleared, Partial<Clearance>[]]>([
  ["valid", [{}]],
  ["missing", []],
  ["pending", [{ result: "pending" }]],
  ["not_clear", [{ result: "not_clear" }]],
  ["expired", [{ expiresOn: "2027-06-09" }]],
  // The newest of each kind counts, whatever another kind says; of two of one day the graver one.
  ["valid", [{ result: "not_clear" }, { checkedOn: "2026-09-02" }]],
  ["not_clear", [{ type: "federal", result: "not_clear" }, { checkedOn: "2026-09-02" }]],
  ["not_clear", [{ result: "not_clear" }, { result: "pending" }, {}]],
  ["not_clear", [{ type: "federal", result: "pending" }, { result: "not_clear" }]],
  ["pending", [{ type: "federal", result: "pending" }, { expiresOn: "2026-10-01" }]],
])("checks stand as %s", (cleared, given) => {
  const own = given.map(check);
  expect(clearedBy(own, END)).toBe(cleared);
  expect(clearedBy([...own].reverse(), END)).toBe(cleared);
  expect(areCleared(["maya"], own, END)).toBe(cleared === "valid");
});

test.each([
  ["to the last day of the work", { kind: "internship", endsOn: END }, "2026-09-01", END],
  ["to it also on it", { kind: "internship", endsOn: END }, END, END],
  [
    "to no day once that has passed: it says nothing about a stay to come",
    { kind: "internship", endsOn: END },
    "2027-06-11",
    null,
  ],
  ["today where nobody has said when the work ends", { kind: "internship", endsOn: null }, "2026-09-01", "2026-09-01"],
  ["today for a shadow day", { kind: "shadow_day", endsOn: null }, "2026-09-01", "2026-09-01"],
  [
    "today for an interview, whatever days it is offered on",
    { kind: "informational_interview", endsOn: END },
    "2026-09-01",
    "2026-09-01",
  ],
])("checks must hold %s", (_day, stay, on, until) => {
  expect(clearedUntil(stay, on)).toBe(until);
});

test("a renewal that is not finished takes nothing away, and makes nothing good", () => {
  const renewal = check({ result: "pending", checkedOn: "2026-12-01", expiresOn: null });
  const failed = check({ result: "not_clear", expiresOn: null });
  expect(clearedBy([check(), renewal], END)).toBe("valid");
  // Where the one before does not hold to the end, the renewal is what is waited for.
  expect(clearedBy([check({ expiresOn: "2027-06-09" }), renewal], END)).toBe("pending");
  expect(clearedBy([failed, renewal], END)).toBe("not_clear");
  expect(clearedBy([check(), { ...renewal, checkedOn: "2026-09-01" }], END)).toBe("pending");
});

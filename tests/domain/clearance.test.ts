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

test("checks must hold to the last day, and one that has passed says nothing", () => {
  expect(clearedUntil(END, "2026-09-01")).toBe(END);
  expect(clearedUntil(END, END)).toBe(END);
  expect(clearedUntil(END, "2027-06-11")).toBeNull();
  expect(clearedUntil(null, "2026-09-01")).toBeNull();
});

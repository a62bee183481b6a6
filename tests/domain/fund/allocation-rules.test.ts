import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, isBalanced } from "~/domain/fund/accounts";
import { type AllocationFacts, findAllocationBar, returnPostings } from "~/domain/fund/allocation-rules";
import { fiscalYearOf } from "~/domain/fund/fiscal-year";
import type { Purpose } from "~/domain/fund/purposes";
import { DEFAULT_FUND, findGiftFault, fundSettingsFrom } from "~/domain/fund/settings";
import { findMissingFact, RELEASE_FACTS, RELEASE_RULES, type ReleaseKnowledge } from "~/domain/fund/stipend-release";

const CLINIC = "clinic";
const facts = (own: Partial<AllocationFacts>): AllocationFacts => ({
  purpose: "stipend",
  minor: 10_000,
  availableMinor: 50_000,
  hostIds: [CLINIC],
  givenMinor: new Map(),
  unknownMinor: 0,
  isUnpaidEducational: false,
  businessDecision: "",
  ...own,
});

test("no more is set aside than is there", () => {
  expect(findAllocationBar(facts({ availableMinor: 9_999 }))).toBe("not_enough");
  expect(findAllocationBar(facts({ availableMinor: 10_000 }))).toBeNull();
});

test("a stipend never comes from the student's own host, whatever else is in the pool", () => {
  const given = new Map([[CLINIC, 45_000]]);
  expect(findAllocationBar(facts({ givenMinor: given }))).toBe("own_host");
  expect(findAllocationBar(facts({ givenMinor: given, minor: 5_000 }))).toBeNull();
  expect(findAllocationBar(facts({ givenMinor: given, hostIds: ["garage"] }))).toBeNull();
});

test("a gift of which nobody has said whose it is counts as every host's", () => {
  expect(findAllocationBar(facts({ unknownMinor: 40_001 }))).toBe("origin_unasked");
  expect(findAllocationBar(facts({ unknownMinor: 40_000 }))).toBeNull();
  expect(findAllocationBar(facts({ unknownMinor: 40_000, givenMinor: new Map([[CLINIC, 1]]) }))).toBe("origin_unasked");
  expect(findAllocationBar(facts({ unknownMinor: 50_000, purpose: "transit" }))).toBeNull();
});

test("what the host gives for bus passes says nothing about them", () => {
  const given = new Map([[CLINIC, 50_000]]);
  expect(findAllocationBar(facts({ givenMinor: given, purpose: "transit" }))).toBeNull();
});

test("what comes back makes good what is short first, and only the rest is free again", () => {
  const money = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(money, money, (minor, shortfallMinor) => {
      const postings = returnPostings("transit", { minor, shortfallMinor });
      const free = -balanceOf(postings, "available", "transit");
      const stillShort = shortfallMinor + balanceOf(postings, "shortfall", "transit");
      expect(isBalanced(postings)).toBe(true);
      expect(balanceOf(postings, "allocated", "transit")).toBe(minor);
      expect([free >= 0, stillShort >= 0]).toEqual([true, true]);
      expect(free === 0 || stillShort === 0).toBe(true);
    }),
  );
});

test("a stipend needs a host, because a stipend is for work", () => {
  expect(findAllocationBar(facts({ hostIds: [] }))).toBe("no_host");
  expect(findAllocationBar(facts({ hostIds: [], purpose: "transit" }))).toBeNull();
});

test("unpaid educational work gets a stipend only with the business office's recorded decision", () => {
  expect(findAllocationBar(facts({ isUnpaidEducational: true }))).toBe("decision_missing");
  expect(findAllocationBar(facts({ isUnpaidEducational: true, businessDecision: "  " }))).toBe("decision_missing");
  expect(findAllocationBar(facts({ isUnpaidEducational: true, businessDecision: "Memo 12" }))).toBeNull();
});

test("a stipend is paid when the placement is accepted and a coordinator confirms; a bus pass needs only the latter", () => {
  const missing = (purpose: Purpose, hasEngagement: boolean, isConfirmed: boolean) =>
    findMissingFact(RELEASE_RULES[purpose], RELEASE_FACTS, { hasEngagement, isConfirmed });
  expect(missing("stipend", false, true)).toBe("placement_accepted");
  expect(missing("stipend", true, false)).toBe("coordinator_confirmed");
  expect(missing("stipend", true, true)).toBeNull();
  expect(missing("transit", false, true)).toBeNull();
});

test("hours and evaluations join as one line each, and as words of a rule", () => {
  type Known = ReleaseKnowledge & { confirmedHours: number; evaluations: number };
  const facts = {
    ...RELEASE_FACTS,
    hours_confirmed: ({ confirmedHours }: Known) => confirmedHours >= 40,
    evaluation_given: ({ evaluations }: Known) => evaluations > 0,
  };
  const rule = [...RELEASE_RULES.stipend, "hours_confirmed", "evaluation_given"] as const;
  const known: Known = { hasEngagement: true, isConfirmed: true, confirmedHours: 40, evaluations: 0 };
  expect(findMissingFact(rule, facts, { ...known, confirmedHours: 39 })).toBe("hours_confirmed");
  expect(findMissingFact(rule, facts, known)).toBe("evaluation_given");
  expect(findMissingFact(rule, facts, { ...known, evaluations: 1 })).toBeNull();
});

test.each([
  ["2026-06-30", 7, 2026],
  ["2026-07-01", 7, 2027],
  ["2026-12-31", 1, 2026],
  ["2027-01-01", 1, 2027],
  ["2026-01-31", 2, 2026],
  ["2026-02-01", 2, 2027],
  ["2026-11-30", 12, 2026],
  ["2026-12-31", 12, 2027],
])("%s with a year from month %i is in fiscal year %i", (day, start, year) => {
  expect(fiscalYearOf(day, start)).toBe(year);
});

test("the school's gift-acceptance rule: purpose, smallest, largest, anonymous", () => {
  const settings = fundSettingsFrom({ purposes: ["transit"], maximumMinor: 50_000, anonymousAllowed: false });
  const gift = { purpose: "transit", minor: 2_500, anonymous: false } as const;
  expect(findGiftFault(settings, gift)).toBeNull();
  expect(findGiftFault(settings, { ...gift, purpose: "tools" })).toBe("purpose_closed");
  expect(findGiftFault(settings, { ...gift, minor: 50_001 })).toBe("too_much");
  expect(findGiftFault(settings, { ...gift, minor: 499 })).toBe("too_little");
  expect(findGiftFault(settings, { ...gift, anonymous: true })).toBe("not_anonymous");
});

test("stored settings of another kind keep their defaults", () => {
  expect(fundSettingsFrom({ currency: "xyz", maximumMinor: "many", purposes: ["cars", "tools"] })).toEqual({
    ...DEFAULT_FUND,
    purposes: ["tools"],
  });
});

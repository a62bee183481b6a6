import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCOUNTS, type Account } from "~/domain/fund/accounts";
import { monthAfter, periodOfMonth, readDay, readMonth, yearUpTo } from "~/domain/fund/month";
import { leftMinor, type Movement, reportRows, sideOf } from "~/domain/fund/month-report";

describe("a month", () => {
  test.each([
    ["2026-10", "2026-10-01", "2026-10-31"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2999-12", "2999-12-01", "2999-12-31"],
  ])("%s goes from %s to %s", (month, from, to) => {
    expect(readMonth(month)).toBe(month);
    expect(periodOfMonth(month)).toEqual({ from, to });
  });

  test.each(["", "2026", "2026-13", "2026-00", "1999-12", "0000-01", "9999-12", "2026-1", "2026-10-01", "x"])(
    "is not read out of %j",
    (text) => {
      expect(readMonth(text)).toBeNull();
    },
  );

  test("has one before and after it, where months are known", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
    expect([monthAfter("2999-12", 1), monthAfter("2000-01", -1)]).toEqual([null, null]);
  });

  test.each([
    ["2026-02-28", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-06-31", false],
    ["2026-06-00", false],
    ["0000-01-01", false],
    ["2026-6-1", false],
  ])("knows whether %s is a day", (text, isDay) => {
    expect(readDay(text)).toBe(isDay ? text : null);
  });
});

describe("the fiscal year up to a month", () => {
  test.each([
    ["2026-06", 7, "2025-07-01"],
    ["2026-07", 7, "2026-07-01"],
    ["2026-12", 1, "2026-01-01"],
    ["2027-01", 1, "2027-01-01"],
    ["2027-01", 12, "2026-12-01"],
    ["2026-12", 12, "2026-12-01"],
  ])("of %s, when it starts in month %i, starts on %s", (month, startMonth, from) => {
    expect(yearUpTo(month, startMonth)).toEqual({ from, to: periodOfMonth(month).to });
  });
});

const amount = fc.integer({ min: 0, max: 1_000_000 });
const movement: fc.Arbitrary<Movement> = fc.record({
  account: fc.constantFrom<Account>(...ACCOUNTS),
  purpose: fc.constantFrom("transit" as const, "stipend" as const, null),
  openingMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  debitMinor: amount,
  creditMinor: amount,
});

describe("a report", () => {
  test("opens, adds what came, takes what went, and closes, for every account", () => {
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        for (const row of reportRows(movements)) {
          expect(row.openingMinor + row.cameMinor - row.wentMinor).toBe(row.closingMinor);
          expect(Math.min(row.cameMinor, row.wentMinor)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("counts a gift as what came to the bank and what became free, and spending as what went", () => {
    const none = { openingMinor: 0, debitMinor: 0, creditMinor: 0 };
    const rows = reportRows([
      { ...none, account: "bank", purpose: null, debitMinor: 100, creditMinor: 30 },
      { ...none, account: "available", purpose: "tools", debitMinor: 30, creditMinor: 100 },
      { ...none, account: "owed", purpose: null },
    ]);
    expect(rows).toEqual([
      { account: "available", purpose: "tools", openingMinor: 0, cameMinor: 100, wentMinor: 30, closingMinor: 70 },
      { account: "bank", purpose: null, openingMinor: 0, cameMinor: 100, wentMinor: 30, closingMinor: 70 },
    ]);
    expect([sideOf("bank", "came"), sideOf("available", "came")]).toEqual(["debit", "credit"]);
    expect([sideOf("bank", "went"), sideOf("available", "went")]).toEqual(["credit", "debit"]);
  });
});

test("what is left of a purpose is free or set aside; what is promised, on its way or paid out is not there", () => {
  const row = (account: Account, creditMinor: number) => ({
    ...{ account, purpose: "transit" as const, openingMinor: 0, debitMinor: 0, creditMinor },
  });
  const rows = reportRows([
    row("available", 70),
    row("allocated", 30),
    row("pledged", 500),
    row("pending", 20),
    row("disbursed", -40),
    row("fees", -4),
  ]);
  expect(leftMinor(rows)).toBe(100);
});

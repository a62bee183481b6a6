import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { balanceOf, shownMinor, shownTogether } from "~/domain/fund/accounts";
import { leftMinor, type ReportRow, sideOf } from "~/domain/fund/month-report";
import { addDays } from "~/domain/time";
import { checkFund } from "~/features/fund/check-fund.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { openMonthReport } from "~/features/fund/open-month-report.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { settleDifference } from "~/features/fund/settle-difference.server";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, earlierMoney, type FundStage, openFundStage, paidGift, seenOf } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);

async function cheque(on: string, amount: string): Promise<void> {
  stage.wiring.clock.set(new Date(`${on}T20:00:00Z`));
  const wish = { purpose: "tools", amount, donorName: "Lake Library", chequeNumber: "1", receivedOn: on } as const;
  valueIn(await recordCheque(stage.wiring, priya, wish));
}

async function setAside(amount: string): Promise<void> {
  const wish = { purpose: "tools", amount, need: "Boots", businessDecision: "", studentId: cast.ana.personId } as const;
  const { allocationId } = valueIn(await proposeAllocation(stage.wiring, ines, wish));
  valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "approve" }));
}

const report = async (month: string | null, by = ines) => valueIn(await openMonthReport(stage.wiring, by, { month }));

/** Opening, came, went, closing of one account. */
const figures = (rows: readonly ReportRow[], account: string) => {
  const row = rows.find((each) => each.account === account);
  return row ? [row.openingMinor, row.cameMinor, row.wentMinor, row.closingMinor] : null;
};

/** The fiscal year turns on 1 July: 100 came on its last day, 40 on its first; 30 are set aside in August. */
async function twoYears(): Promise<void> {
  await cheque("2026-06-30", "100");
  await cheque("2026-07-01", "40");
  stage.wiring.clock.set(new Date("2026-08-10T20:00:00Z"));
  await setAside("30");
}

test("a month opens with what the one before left, and the fiscal year with what the one before it left", async () => {
  await twoYears();
  const june = await report("2026-06");
  expect(june.fiscalYear).toBe(2026);
  expect(figures(june.ofMonth.rows, "bank")).toEqual([0, 10_000, 0, 10_000]);
  const july = await report("2026-07");
  expect(july.fiscalYear).toBe(2027);
  expect(figures(july.ofMonth.rows, "bank")).toEqual([10_000, 4_000, 0, 14_000]);
  const august = await report("2026-08");
  expect(figures(august.ofMonth.rows, "available")).toEqual([14_000, 0, 3_000, 11_000]);
  expect(figures(august.ofMonth.rows, "allocated")).toEqual([0, 3_000, 0, 3_000]);
  expect(figures(august.ofYear.rows, "available")).toEqual([10_000, 4_000, 3_000, 11_000]);
  expect(august.ofYear).toMatchObject({ from: "2026-07-01", to: "2026-08-31" });
});

test("a month in which nothing happened keeps its balances; one before the first entry is empty", async () => {
  await twoYears();
  const september = await report("2026-09");
  expect(figures(september.ofMonth.rows, "available")).toEqual([11_000, 0, 0, 11_000]);
  expect((await report("2026-05")).ofMonth.rows).toEqual([]);
});

test("a month that is still to come opens and closes with what is there now; no month means the running one", async () => {
  await twoYears();
  const future = await report("2031-02");
  expect(figures(future.ofMonth.rows, "bank")).toEqual([14_000, 0, 0, 14_000]);
  for (const text of [null, "", "2026-13", "0000-01", "=1+1"]) expect((await report(text)).month).toBe("2026-08");
});

/** Every figure of a report against the lines its link shows; `closing` also against the ledger as it is now. */
async function followEachFigure(month: string): Promise<void> {
  const { ofMonth, ofYear } = await report(month);
  const { balances: now } = valueIn(await listFundEntries(stage.wiring, ines, {}));
  const sum = async ({ account, purpose }: ReportRow, which: object) => {
    const wish = { account, ...(purpose && { purpose }), ...which };
    return shownMinor(account, valueIn(await listFundEntries(stage.wiring, ines, wish)).minor);
  };
  for (const { rows, from, to } of [ofMonth, ofYear]) {
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const { account, purpose } = row;
      expect(row.openingMinor + row.cameMinor - row.wentMinor).toBe(row.closingMinor);
      expect(row.closingMinor).toBe(shownMinor(account, balanceOf(now, account, purpose ?? undefined)));
      expect(await sum(row, { to: addDays(from, -1) })).toBe(row.openingMinor);
      expect(await sum(row, { side: sideOf(account, "came"), from, to })).toBe(row.cameMinor);
      expect(0 - (await sum(row, { side: sideOf(account, "went"), from, to }))).toBe(row.wentMinor);
      expect(await sum(row, { to })).toBe(row.closingMinor);
    }
    for (const purpose of new Set(rows.map((row) => row.purpose))) {
      const there = purpose ? "kept" : "places";
      const { minor } = valueIn(await listFundEntries(stage.wiring, ines, { there, ...(purpose && { purpose }), to }));
      expect(shownTogether(there, minor)).toBe(leftMinor(rows.filter((row) => row.purpose === purpose)));
    }
  }
}

test("the figures equal the ledger, and each is the sum of the lines its link shows", async () => {
  await twoYears();
  await followEachFigure("2026-08");
});

test("money at Stripe that is not the fund's stands in the report of its month, and every figure still leads to its lines", async () => {
  const earlier = earlierMoney(stage, 50_000);
  await paidGift(stage);
  valueIn(await checkFund(stage.wiring, ines));
  const [difference] = valueIn(await openChecks(stage.wiring, ines, {})).differences;
  valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(difference), note: "Tickets of last year" }));
  stage.standIn.payOut(ACCOUNT);
  await stage.deliverNew();
  const { month, ofMonth } = await report(null);
  expect(figures(ofMonth.rows, "others")).toEqual([0, 0, earlier, -earlier]);
  expect(figures(ofMonth.rows, "stripe")).toEqual([0, 9_680 + earlier, 9_680 + earlier, 0]);
  // what is there is the fund's, though the bank holds more
  expect(leftMinor(ofMonth.rows.filter(({ purpose }) => purpose === null))).toBe(9_680);
  await followEachFigure(month);
});

test("the lines of a month of 30 days end with it", async () => {
  await twoYears();
  const { lines } = valueIn(await listFundEntries(stage.wiring, ines, { month: "2026-06" }));
  expect(new Set(lines.map(({ on_day }) => on_day))).toEqual(new Set(["2026-06-30"]));
});

test("another school's coordinator reads another fund, and who is no coordinator none", async () => {
  await twoYears();
  expect((await report("2026-08", castActor(cast.malik))).ofMonth.rows).toEqual([]);
  for (const stranger of [cast.tom, cast.maya, cast.ingrid, cast.rosa, cast.ana])
    expect(reasonIn(await openMonthReport(stage.wiring, castActor(stranger), { month: null }))).toBe("not_permitted");
});

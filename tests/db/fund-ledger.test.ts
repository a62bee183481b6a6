import { afterAll, beforeAll, expect, test } from "vitest";
import type { Posting } from "~/domain/fund/accounts";
import { cast, castActor, sampleSchools } from "~db/cast";
import { insertEntry } from "~db/fund-ledger.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { balances, type FundStage, openFundStage, paidGift } from "../support/fund";

let stage: FundStage;
let giftId: string;
beforeAll(async () => {
  stage = await openFundStage();
  giftId = (await paidGift(stage)).giftId;
});
afterAll(() => stage.close());

const { schoolId } = sampleSchools.lakeview;
const inSchool = (work: (tx: ScopeTx) => Promise<unknown>) => withScope(stage.wiring, castActor(cast.ines), work);
const add = (postings: Posting[]) =>
  inSchool((tx) =>
    insertEntry(tx, {
      ...{
        schoolId,
        book: "test",
        of: { giftId },
        currency: "usd",
        cause: "check",
        recordedBy: null,
        onDay: "2026-10-15",
      },
      ...{ postings, now: stage.wiring.clock.now() },
    }),
  );

test("an entry that does not balance is refused at the end of its transaction", async () => {
  const before = await balances(stage);
  const lopsided: Posting[] = [
    { account: "stripe", purpose: null, minor: 100 },
    { account: "available", purpose: "transit", minor: -99 },
  ];
  await expect(add(lopsided)).rejects.toThrow("does not balance");
  expect(await balances(stage)).toEqual(before);
});

test("no purpose is overdrawn, whoever forgets to ask", async () => {
  const overdrawn: Posting[] = [
    { account: "stripe", purpose: null, minor: -9_681 },
    { account: "available", purpose: "transit", minor: 9_681 },
  ];
  await expect(add(overdrawn)).rejects.toThrow("overdrawn");
});

test.each(["fund_entries", "fund_lines"])(
  "%s are neither changed nor deleted nor emptied, not by their owner either",
  async (table) => {
    for (const text of [`update ${table} set book = 'live'`, `delete from ${table}`])
      await expect(stage.rows(text)).rejects.toThrow("only added to");
    await expect(stage.rows("truncate fund_lines, fund_entries")).rejects.toThrow("only added to");
    await expect(inSchool((tx) => tx.deleteFrom(table as "fund_lines").execute())).rejects.toThrow("permission denied");
  },
);

test("nobody adds a line to an entry that was there before", async () => {
  const line = { school_id: schoolId, line_no: 9, book: "test", account: "bank", minor: 1 };
  const [entry] = await stage.rows<{ id: string }>("select id from fund_entries limit 1");
  await expect(
    inSchool((tx) =>
      tx
        .insertInto("fund_lines")
        .values({ ...line, entry_id: entry?.id ?? "" })
        .execute(),
    ),
  ).rejects.toThrow("written whole");
});

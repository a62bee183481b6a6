import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "~/domain/outcome";
import { checkFund } from "~/features/fund/check-fund.server";
import { cast, castActor } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { ACCOUNT, balances, type FundStage, invoicedGift, openFundStage, openGiftCheckout } from "../../support/fund";
import { type FundHistory, fundHistory, live, rumours } from "../../support/fund-history";
import { expectTold, triesAt } from "../../support/fund-news";
import { createSeededDatabase } from "../../support/seeded-database";
import { valueIn } from "../../support/stage";

/** Histories wait for answers most of the time, so several are lived at once, each in a copy of the same schools. */
const AT_ONCE = 4;
const HISTORIES = 100;
let sample: TestDatabase;
let stages: FundStage[];
beforeAll(async () => {
  sample = await createSeededDatabase();
  stages = [];
  for (let at = 0; at < AT_ONCE; at++) stages.push(await openFundStage({ from: sample }));
});
afterAll(async () => {
  for (const stage of stages) await stage.close();
  await sample.drop();
});

const sum = (objects: readonly Record<string, unknown>[], field: string) =>
  objects.reduce((total, object) => total + Number(object[field]), 0);

/** What the bank's statement says: payouts that arrived, checks that did not bounce, less what was spent. */
async function bankStatement(stage: FundStage): Promise<number> {
  const [at] = await stage.rows<{ minor: string }>(
    `select coalesce((select sum(minor) from gift_cheques where bounced_at is null), 0)
       - coalesce((select sum(disbursed_minor) from fund_allocations), 0) as minor`,
  );
  const arrived = stage.standIn.list(ACCOUNT, "payout").filter(({ status }) => status === "paid");
  return sum(arrived, "amount") + Number(at?.minor);
}

test("whatever happens, and whatever of it gets lost, the ledger ends equal to Stripe's balance and to the bank, and donors hear of each amount once", async () => {
  const histories = stages.map((stage) =>
    fc.assert(
      fc.asyncProperty(fundHistory, (history) => holds(stage, history)),
      { numRuns: HISTORIES / AT_ONCE, endOnFailure: true },
    ),
  );
  const ends = await Promise.allSettled(histories);
  expect(ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))).toEqual([]);
}, 600_000);

async function holds(stage: FundStage, { steps, order, lost, healedBy }: FundHistory): Promise<void> {
  await stage.clear();
  const from = stage.standIn.events.length;
  const { giftId: otherId, session } = await openGiftCheckout(stage);
  const { giftId } = await invoicedGift(stage);
  for (const does of ["credit", "credit_void"] as const) await live(stage, giftId, { does, pick: 0, deafTo: 0 });
  stage.standIn.act(ACCOUNT, session, "pay_card");
  for (const step of steps) await live(stage, giftId, step);
  const events = stage.standIn.events.slice(from);
  const coming = [...events, ...events, ...rumours(stage)].sort(() => order.next().value - 500);
  for (const event of coming) if (lost.next().value !== 0) await stage.deliver(event);
  if (healedBy === "the check") valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
  else for (const event of events) expect(await stage.deliver(event)).not.toMatch(/unavailable|not_/);
  const ended = await balances(stage);
  expect(ended.stripe ?? 0).toBe(sum(stage.standIn.list(ACCOUNT, "balance_transaction"), "net"));
  expect(ended.bank ?? 0).toBe(await bankStatement(stage));
  expect(Object.values(ended).reduce((total, minor) => total + minor, 0)).toBe(0);
  expect(ended.available ?? 0).toBeLessThanOrEqual(0);
  for (const each of [giftId, otherId]) await expectTold(stage, each, triesAt(stage, ACCOUNT));
  const told = await stage.rows("select id from mails");
  // once more, with words of every kind about what has not changed: nothing moves, nobody is told, and a check has nothing to say
  for (const event of [...events, ...rumours(stage)])
    expect(await stage.deliver(event)).not.toMatch(/unavailable|not_/);
  expect(await balances(stage)).toEqual(ended);
  expect(valueIn(await checkFund(stage.wiring, castActor(cast.ines))).found).toBe(0);
  expect(await balances(stage)).toEqual(ended);
  expect(await stage.rows("select id from mails")).toHaveLength(told.length);
  expect(await stage.wiring.payments?.readTotal(ACCOUNT, { currency: "usd" })).toEqual(done(ended.stripe ?? 0));
}

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { aWish, balances, donor, type FundStage, openFundStage } from "../../support/fund";
import { expectTold } from "../../support/fund-news";
import { Accounts, move, movingHistory } from "../../support/moving-history";
import { createSeededDatabase } from "../../support/seeded-database";
import { valueIn } from "../../support/stage";

const AT_ONCE = 4;
const HISTORIES = 60;
const priya = castActor(cast.priya);
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

const sumOf = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);

test("from account to account the ledger holds what each had when it was left, nothing is asked for twice, and donors hear of each amount once", async () => {
  const histories = stages.map((stage) =>
    fc.assert(
      fc.asyncProperty(movingHistory, (history) => holds(stage, history)),
      { numRuns: HISTORIES / AT_ONCE, endOnFailure: true },
    ),
  );
  const ends = await Promise.allSettled(histories);
  expect(ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))).toEqual([]);
}, 600_000);

async function holds(
  stage: FundStage,
  { payLater, steps }: typeof movingHistory extends fc.Arbitrary<infer Each> ? Each : never,
): Promise<void> {
  await stage.clear();
  const accounts = new Accounts(stage);
  await accounts.replace();
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater })));
  for (const step of steps) await move(stage, { giftId, accounts }, step);
  valueIn(await checkFund(stage.wiring, priya));
  const ended = await balances(stage);
  const known = accounts.known();
  const tries = known.flatMap((each) => each.tries);
  const held = await stage.rows<{ minor: number }>("select minor::int from gift_cheques where bounced_at is null");
  const underWay = tries.filter(({ status, isCounted }) => status === "pending" || (status !== "failed" && !isCounted));
  expect(ended.stripe ?? 0).toBe(sumOf(known.map(({ net }) => net)));
  expect(ended.processing ?? 0).toBe(sumOf(underWay.map(({ minor }) => minor)));
  expect(ended.bank ?? 0).toBe(sumOf(held.map(({ minor }) => minor)));
  expect(sumOf(Object.values(ended))).toBe(0);
  await expectTold(stage, giftId, tries);
  expect(
    accounts.objects("checkout.session").filter(({ key, status }) => status === "open" && accounts.isEnded(key)),
  ).toEqual([]);
  const [gift] = await stage.rows<{ came: number }>("select came_minor::int as came from gifts where id = $1", [
    giftId,
  ]);
  const restMinor = 10_000 - (gift?.came ?? 0) - (ended.processing ?? 0);
  expect(accounts.askedMinor()).toBeLessThanOrEqual(Math.max(0, restMinor));
  const told = await stage.rows("select id from mails");
  valueIn(await checkFund(stage.wiring, priya));
  expect([await balances(stage), (await stage.rows("select id from mails")).length]).toEqual([ended, told.length]);
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { settleDifference } from "~/features/fund/settle-difference.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  balances,
  type FundStage,
  openFundStage,
  openGiftCheckout,
  paidGift,
  seenOf,
} from "../../support/fund";
import { openDifferenceTasks, withFault } from "../../support/fund-checks";
import { keepInEuros } from "../../support/other-currency";
import { valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const check = async () => valueIn(await checkFund(stage.wiring, castActor(cast.ines)));
const differences = async () => valueIn(await openChecks(stage.wiring, priya)).differences;
const kinds = async () =>
  (await differences()).map(({ kind, gift_id, settled_at }) => [kind, gift_id, settled_at === null]);
/** A check while the account says that it knows nothing of any gift. */
const checkUnknown = () => withFault(stage, { question: "readGift", fault: "missing" }, check);
const openTasks = () => openDifferenceTasks(stage);
const rename = (giftId: string, from: string, to: string) =>
  stage.rows("update gift_references set reference = $3 where gift_id = $1 and reference = $2", [giftId, from, to]);
const LOST = "cs_of_another_account";

describe("a gift that the account knew nothing of", () => {
  test("settles itself when it is there again, however old, and is found anew when it is gone again", async () => {
    const { giftId, session } = await openGiftCheckout(stage, { payLater: true });
    await rename(giftId, session, LOST);
    expect((await check()).found).toBe(1);
    expect(await kinds()).toEqual([["missing_object", null, true]]);
    expect(await openTasks()).toBe(1);
    await stage.rows("update gifts set created_at = created_at - interval '90 days' where id = $1", [giftId]);
    expect(await check()).toMatchObject({ found: 0, settled: 0, open: 1 });
    await rename(giftId, LOST, session);
    expect(await check()).toMatchObject({ found: 0, settled: 1, open: 0 });
    expect(await kinds()).toEqual([["missing_object", null, false]]);
    expect(await openTasks()).toBe(0);
    await rename(giftId, session, LOST);
    await stage.rows("update gifts set created_at = now() where id = $1", [giftId]);
    expect((await check()).found).toBe(1);
    expect(await kinds()).toEqual([["missing_object", null, true]]);
  });

  test("settles itself when the gift is no longer paid there", async () => {
    const { giftId, session } = await openGiftCheckout(stage, { payLater: true });
    await rename(giftId, session, LOST);
    await check();
    await stage.rows("delete from gift_references where gift_id = $1", [giftId]);
    expect(await check()).toMatchObject({ settled: 1, open: 0 });
  });

  test("stays as it is when a person has said why", async () => {
    const { giftId, session } = await openGiftCheckout(stage, { payLater: true });
    await rename(giftId, session, LOST);
    await check();
    const [missing] = await differences();
    valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(missing), note: "The old account" }));
    // also when whoever said it has left
    await stage.rows("update fund_differences set settled_by = null");
    expect((await check()).found).toBe(0);
    expect(await differences()).toMatchObject([{ note: "The old account" }]);
  });

  test("is named by a line of the balance whose payment says that it is for it", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    await rename(giftId, session, LOST);
    expect((await checkUnknown()).found).toBe(2);
    expect(await kinds()).toEqual([
      ["unknown_line", giftId, true],
      ["missing_object", null, true],
    ]);
    expect(await check()).toMatchObject({ settled: 2, open: 0 });
    expect((await balances(stage)).available).toBe(-9_680);
  });
});

describe("a gift that Stripe keeps in another currency", () => {
  test("counts as a difference, once, and the line says which gift it is of", async () => {
    const { giftId, charge } = await paidGift(stage);
    keepInEuros(stage, charge);
    // what had been booked of it goes, and the line waits for a person
    expect((await check()).found).toBe(2);
    expect((await check()).found).toBe(0);
    expect(await kinds()).toEqual([
      ["foreign_line", giftId, true],
      ["gift_behind", null, false],
    ]);
  });

  test("is not settled by being known, when its line was first one that nobody knew", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    const [charge] = stage.standIn.list(ACCOUNT, "charge");
    keepInEuros(stage, charge?.id ?? "");
    await checkUnknown();
    expect(await check()).toMatchObject({ found: 1, settled: 1, open: 1 });
    expect(await kinds()).toEqual([
      ["foreign_line", giftId, true],
      ["missing_object", null, false],
    ]);
  });
});

test("a line said to be somebody else's by who has left since is a gift's after all, and is booked once", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  await checkUnknown();
  for (const each of await differences())
    valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(each), note: "Not ours, we think" }));
  expect(await balances(stage)).toEqual({ stripe: 9_680, others: -9_680 });
  await stage.rows("update fund_differences set settled_by = null");
  await check();
  expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { anInvoice, aWish, balances, donor, type FundStage, openFundStage, openSession } from "../../support/fund";
import { connectKey, currentAccount, FIRST, goOnAt, SECOND, setFundOpen } from "../../support/fund-accounts";
import { payFor } from "../../support/fund-asks";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  valueIn(await connectKey(stage, FIRST));
  await setFundOpen(stage, true);
});
afterEach(() => {
  stage.standIn.breakOver(null);
  stage.wiring.lines.length = 0;
});
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const check = async () => valueIn(await checkFund(stage.wiring, priya));

/** A gift whose bank payment came at the first account and failed days later, before the account was ended. */
async function failedThere(): Promise<string> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  stage.standIn.act(FIRST, await openSession(stage, giftId), "pay_bank");
  for (const what of ["settle", "fail"] as const)
    stage.standIn.act(FIRST, stage.standIn.list(FIRST, "charge").at(-1)?.id ?? "", what);
  await check();
  await goOnAt(stage, SECOND);
  return giftId;
}

const pay = (giftId: string) => payFor(stage, giftId);
const ask = (giftId: string) => invoiceGift(stage.wiring, donor, anInvoice(giftId));
const written = () => stage.rows("select * from gifts");
const known = () => stage.rows("select reference from gift_references order by learned");

const CLOSES: [string, () => Promise<void>][] = [
  ["the fund is closed", () => setFundOpen(stage, false)],
  [
    "no account takes gifts",
    async () => void (await disconnectAccount(stage.wiring, priya, await currentAccount(stage))),
  ],
];
const VERBS: [string, (giftId: string) => Promise<{ ok: boolean }>, RegExp][] = [
  ["paid", pay, /POST checkout\/sessions$/],
  ["invoiced", ask, /POST invoices$/],
];

describe.each(VERBS)("a gift that would leave an account that was ended, and cannot be %s", (_, verb, writes) => {
  test.each(CLOSES)("because %s, stays where it is", async (__, close) => {
    const giftId = await failedThere();
    await close();
    const before = [await written(), await known()];
    expect(reasonIn((await verb(giftId)) as never)).toBe("fund_closed");
    expect([await written(), await known()]).toEqual(before);
  });

  test("because Stripe does not answer, stays where it is, and is asked there again when its key is entered", async () => {
    const giftId = await failedThere();
    const before = [await written(), await known(), await balances(stage)];
    stage.standIn.breakOver(writes, "before");
    expect(reasonIn((await verb(giftId)) as never)).toBe("payments_away");
    stage.standIn.breakOver(null);
    expect([await written(), await known(), await balances(stage)]).toEqual(before);
    valueIn(await connectKey(stage, FIRST));
    expect((await check()).found).toBe(0);
    expect(await balances(stage)).toEqual(before[2]);
    expect(await verb(giftId)).toMatchObject({ ok: true });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { coverShortfall } from "~/features/fund/cover-shortfall.server";
import { openGift } from "~/features/fund/open-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { type ChequeFor, takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  balances,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openSession,
  paidGift,
  standingOfGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const newest = (object: string) => stage.standIn.list(ACCOUNT, object).at(-1);

describe("a shortfall", () => {
  const cover = (own: object = {}, by = priya) =>
    coverShortfall(stage.wiring, by, { purpose: "transit", amount: "18.20", because: "General fund, memo 12", ...own });
  /** 96.80 came and were spent at Stripe by a refund and the fee of a dispute: 18.20 are missing. */
  const lose = async () => {
    const { giftId, charge } = await paidGift(stage);
    await happens(stage, charge, "dispute");
    expect(await balances(stage)).toMatchObject({ shortfall: 1_820 });
    return giftId;
  };

  test("is made good by the school out of other money, with the reason in the books", async () => {
    await lose();
    valueIn(await cover({ amount: "10" }));
    expect(await balances(stage)).toMatchObject({ shortfall: 820, bank: 1_000 });
    valueIn(await cover({ amount: "8.20" }));
    expect(await balances(stage)).toEqual({ stripe: -1_820, bank: 1_820, fees: 1_820, released: -1_820 });
    const entries = await stage.rows("select because from fund_entries where because is not null");
    expect(entries).toEqual([{ because: "General fund, memo 12" }, { because: "General fund, memo 12" }]);
  });

  test("that was made good leaves money to spend when the dispute is won after all", async () => {
    await lose();
    valueIn(await cover());
    await happens(stage, newest("dispute")?.id ?? "", "win");
    expect(await balances(stage)).toEqual({
      ...{ stripe: 9_680, bank: 1_820, fees: 320, released: -320 },
      available: -11_500,
    });
  });

  test("is covered once by a form that is sent twice", async () => {
    await lose();
    const formKey = "00000000-0000-4000-8000-00000000000d";
    for (const answer of await Promise.all([1, 2].map(() => cover({ amount: "5", formKey })))) valueIn(answer);
    expect(await balances(stage)).toMatchObject({ shortfall: 1_320, bank: 500 });
  });

  test("is not covered twice from two desks, nor by more, without a reason, or by strangers", async () => {
    await lose();
    const answers = await Promise.all([cover(), cover(), cover()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(reasonIn(await cover({ amount: "0.01" }))).toBe("more_than_shortfall");
    expect(reasonIn(await cover({ because: " " }))).toBe("reason_missing");
    expect(reasonIn(await cover({ amount: "much" }))).toBe("not_money");
    expect(reasonIn(await cover({}, ines))).toBe("not_permitted");
    expect(reasonIn(await cover({}, castActor(cast.walter)))).toBe("more_than_shortfall");
  });
});

describe("a check", () => {
  const cheque = (giftId: string, own: Partial<ChequeFor> = {}): ChequeFor => ({
    ...{ giftId, amount: "100", chequeNumber: "4471", receivedOn: "2026-10-14" },
    ...own,
  });
  const take = (giftId: string, own?: Partial<ChequeFor>, by = priya) =>
    takeChequeFor(stage.wiring, by, cheque(giftId, own));
  const promise = async () => valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true }))).giftId;

  test("comes for a promise: it is owed no more, and owed again when the check bounces", async () => {
    const giftId = await promise();
    valueIn(await take(giftId));
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    valueIn(await bounceCheque(stage.wiring, priya, { giftId }));
    expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
  });

  test("of a part leaves the rest owed, which is then paid by card", async () => {
    const giftId = await promise();
    valueIn(await take(giftId, { amount: "1" }));
    expect(await balances(stage)).toEqual({ bank: 100, available: -100, owed: 9_900, pledged: -9_900 });
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    await happens(stage, await openSession(stage, giftId), "pay_card");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(newest("charge")?.amount).toBe(9_900);
    const { owed, pledged, bank } = await balances(stage);
    expect([owed, pledged, bank]).toEqual([undefined, undefined, 100]);
  });

  test("of a part of an invoice lets it ask for the rest", async () => {
    const { giftId, invoice } = await invoicedGift(stage, { amount: "10000" });
    valueIn(await take(giftId, { amount: "1" }));
    expect(newest("invoice")).toMatchObject({ status: "open", amount_remaining: 999_900 });
    expect(await balances(stage)).toEqual({ bank: 100, available: -100, owed: 999_900, pledged: -999_900 });
    expect(await standingOfGift(stage, giftId)).toBe("invoiced");
    await happens(stage, invoice, "pay_card");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect((await balances(stage)).owed).toBeUndefined();
  });

  test("comes for an invoice: Stripe reads that it is paid, and nobody pays it twice", async () => {
    const { giftId } = await invoicedGift(stage);
    valueIn(await take(giftId));
    expect(newest("invoice")?.status).toBe("paid");
    await stage.deliverNew();
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({ standing: "paid", payUrl: null });
  });

  test("ends the checkout that was open for the promise", async () => {
    const giftId = await promise();
    await openSession(stage, giftId);
    valueIn(await take(giftId));
    expect(newest("checkout.session")?.status).toBe("expired");
  });

  test("is refused for what is paid, of tomorrow, a second time, and from strangers", async () => {
    expect(reasonIn(await take((await paidGift(stage)).giftId))).toBe("nothing_to_pay");
    const giftId = await promise();
    expect(reasonIn(await take(giftId, { receivedOn: "2026-10-16" }))).toBe("not_yet");
    expect(reasonIn(await take(giftId, { amount: "" }))).toBe("not_money");
    expect(reasonIn(await take(giftId, {}, ines))).toBe("not_permitted");
    expect(reasonIn(await take(giftId, {}, castActor(cast.walter)))).toBe("not_found");
    expect(reasonIn(await take(NOBODY))).toBe("not_found");
    valueIn(await take(giftId));
    expect(reasonIn(await take(giftId))).toBe("nothing_to_pay");
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { coverShortfall } from "~/features/fund/cover-shortfall.server";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, balances, type FundStage, happens, openFundStage, paidGift } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

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

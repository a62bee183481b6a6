import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { coverShortfall } from "~/features/fund/cover-shortfall.server";
import { type AllocationWish, proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, aWish, balances, donor, type FundStage, happens, openFundStage, paidGift } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const formKey = "00000000-0000-4000-8000-0000000000f0";

test("a gift's form that comes again is the same gift; with another amount, purpose or donor it is refused, not answered as the first", async () => {
  const give = (own: Parameters<typeof aWish>[0], by = donor) =>
    startGift(stage.wiring, by, aWish({ payLater: true, formKey, ...own }));
  const { giftId } = valueIn(await give({}));
  expect(valueIn(await give({ amount: "100.00" })).giftId).toBe(giftId);
  for (const other of [{ amount: "50" }, { purpose: "tools" }, { donorName: "Lu Li" }, { anonymous: true }] as const)
    expect(reasonIn(await give(other))).toBe("form_changed");
  const another = { ...donor, linkId: "00000000-0000-4000-8000-0000000000f1" };
  expect(reasonIn(await give({}, another))).toBe("form_changed");
  expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
});

test("a check's form that comes again with another number or day is refused", async () => {
  const cheque = { purpose: "tools", amount: "40", donorName: "Lake Library", formKey } as const;
  const record = (own: { chequeNumber?: string; receivedOn?: string } = {}) =>
    recordCheque(stage.wiring, priya, { ...cheque, chequeNumber: "4471", receivedOn: "2026-10-14", ...own });
  const { giftId } = valueIn(await record());
  expect(valueIn(await record()).giftId).toBe(giftId);
  expect(reasonIn(await record({ chequeNumber: "4472" }))).toBe("form_changed");
  expect(reasonIn(await record({ receivedOn: "2026-10-13" }))).toBe("form_changed");
  expect(await balances(stage)).toEqual({ bank: 4_000, available: -4_000 });
});

test("a need's form that comes again for another student or amount is refused", async () => {
  await paidGift(stage);
  const propose = (own: Partial<AllocationWish> = {}) =>
    proposeAllocation(stage.wiring, priya, {
      ...{ studentId: cast.jada.personId, purpose: "transit", amount: "40", need: "A pass.", businessDecision: "" },
      ...{ formKey, ...own },
    });
  const { allocationId } = valueIn(await propose());
  expect(valueIn(await propose()).allocationId).toBe(allocationId);
  expect(reasonIn(await propose({ amount: "41" }))).toBe("form_changed");
  expect(reasonIn(await propose({ studentId: cast.ana.personId }))).toBe("form_changed");
  expect(await stage.rows("select id from fund_allocations")).toHaveLength(1);
});

test("a shortfall's form that comes again for another purpose, sum or reason is refused", async () => {
  const { charge } = await paidGift(stage);
  await happens(stage, charge, "dispute");
  const cover = (own: object = {}) =>
    coverShortfall(stage.wiring, priya, { purpose: "transit", amount: "5", because: "Memo 12", formKey, ...own });
  valueIn(await cover());
  valueIn(await cover());
  expect(reasonIn(await cover({ amount: "6" }))).toBe("form_changed");
  expect(reasonIn(await cover({ because: "Memo 13" }))).toBe("form_changed");
  expect(reasonIn(await cover({ purpose: "tools" }))).toBe("form_changed");
  expect(await balances(stage)).toMatchObject({ bank: 500, shortfall: 1_320 });
  expect(stage.standIn.list(ACCOUNT, "dispute")).toHaveLength(1);
});

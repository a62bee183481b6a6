import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";

import { endPromise } from "~/features/fund/end-promise.server";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { type Cheque, recordCheque } from "~/features/fund/record-cheque.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import { aWish, balances, chequeOf, donor, type FundStage, openFundStage, paidGift } from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const cheque: Cheque = {
  purpose: "tools",
  amount: "1,250.50",
  donorName: "Lake Library",
  chequeNumber: "4471",
  receivedOn: "2026-10-14",
};

test("a cheque is at the bank at once, and gone when it comes back", async () => {
  const { giftId } = valueIn(await recordCheque(stage.wiring, priya, cheque));
  expect(await balances(stage)).toEqual({ bank: 125_050, available: -125_050 });
  valueIn(await bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)));
  expect(await balances(stage)).toEqual({});
  expect(reasonIn(await bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)))).toBe("already");
});

test("a cheque whose form is sent twice is booked once; the same cheque in another form is another one", async () => {
  const formKey = "00000000-0000-4000-8000-00000000000e";
  const answers = await Promise.all([1, 2, 3].map(() => recordCheque(stage.wiring, priya, { ...cheque, formKey })));
  expect(new Set(answers.map((answer) => valueIn(answer).giftId)).size).toBe(1);
  const { bank = 0 } = await balances(stage);
  valueIn(await recordCheque(stage.wiring, priya, { ...cheque, formKey: "00000000-0000-4000-8000-00000000000f" }));
  expect((await balances(stage)).bank).toBe(2 * bank);
});

test("a cheque of tomorrow, or without an amount, and what is no cheque are refused; so are strangers", async () => {
  const record = async (own: object, by = priya) =>
    reasonIn(await recordCheque(stage.wiring, by, { ...cheque, ...own }));
  expect(await record({ receivedOn: "2026-10-16" })).toBe("not_yet");
  expect(await record({ amount: "much" })).toBe("not_money");
  expect(await record({ donorName: " " })).toBe("name_missing");
  expect(await record({ amount: "10,000.01" })).toBe("unusual");
  expect(await record({ receivedOn: "2024-10-14" })).toBe("too_long_ago");
  for (const stranger of [cast.ines, cast.tom, cast.ingrid, cast.rosa])
    expect(await record({}, castActor(stranger) as typeof priya)).toBe("not_permitted");
  const { giftId } = await paidGift(stage);
  expect(reasonIn(await bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)))).toBe("not_found");
  const { giftId: given } = valueIn(await recordCheque(stage.wiring, priya, cheque));
  const theirs = await chequeOf(stage, given);
  expect(reasonIn(await bounceCheque(stage.wiring, castActor(cast.walter), theirs))).toBe("not_found");
  expect(reasonIn(await bounceCheque(stage.wiring, ines, theirs))).toBe("not_permitted");
});

test("a promise that staff take down is owed no more; one that is paid is none", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
  expect(reasonIn(await endPromise(stage.wiring, castActor(cast.malik), { giftId }))).toBe("not_found");
  expect(reasonIn(await endPromise(stage.wiring, castActor(cast.tom), { giftId }))).toBe("not_permitted");
  valueIn(await endPromise(stage.wiring, ines, { giftId }));
  expect(await balances(stage)).toEqual({});
  expect(reasonIn(await endPromise(stage.wiring, ines, { giftId }))).toBe("not_a_promise");
});

test("a link for donors comes from staff of a school whose fund is open", async () => {
  expect(valueIn(await makeGiveLink(stage.wiring, ines)).url).toMatch(/\/give\/[\w-]{43}$/);
  expect(reasonIn(await makeGiveLink(stage.wiring, castActor(cast.malik)))).toBe("fund_closed");
  expect(reasonIn(await makeGiveLink(stage.wiring, castActor(cast.ingrid)))).toBe("not_permitted");
});

test("settings: two admins do not overwrite each other, and a currency with entries stays", async () => {
  const save = (own: object, by = priya) =>
    saveFundSettings(stage.wiring, by, { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: 1, ...own });
  expect(reasonIn(await save({ seen: 0 }))).toBe("changed_before");
  expect(reasonIn(await save({ settings: { ...DEFAULT_FUND, purposes: [] } }))).toBe("no_purpose");
  expect(reasonIn(await save({ settings: { ...DEFAULT_FUND, maximumMinor: 1 } }))).toBe("maximum_below_minimum");
  expect(reasonIn(await save({ book: "live" }))).toBe("not_connected");
  expect(reasonIn(await save({}, ines))).toBe("not_permitted");
  await paidGift(stage);
  expect(reasonIn(await save({ settings: { ...DEFAULT_FUND, currency: "eur" } }))).toBe("currency_in_use");
});

test("a currency stays while a gift in it may still be paid, also after a look into the other book", async () => {
  const seen = async () => valueIn(await openFundSettings(stage.wiring, priya)).revision;
  const save = async (own: { book?: "test" | "live"; currency: "usd" | "eur" }) => {
    const settings = { ...DEFAULT_FUND, currency: own.currency };
    const decision = { book: own.book ?? ("test" as const), isOpen: false, settings, seen: await seen() };
    return saveFundSettings(stage.wiring, priya, decision);
  };
  valueIn(await startGift(stage.wiring, donor, aWish()));
  expect(reasonIn(await save({ currency: "eur" }))).toBe("currency_in_use");
  valueIn(await save({ book: "live", currency: "eur" }));
  expect(reasonIn(await save({ currency: "eur" }))).toBe("currency_in_use");
  valueIn(await save({ currency: "usd" }));
  const opened = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: await seen() } as const;
  valueIn(await saveFundSettings(stage.wiring, priya, opened));
});

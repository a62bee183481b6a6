import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { connectAccount } from "~/features/fund/connect-account.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import {
  aWish,
  balances,
  donor,
  type FundStage,
  invoicedGift,
  openFundStage,
  standingOfGift,
} from "../../support/fund";
import {
  connectFirst,
  connectKey,
  currentAccount,
  FIRST,
  NEW_KEY_OF_FIRST,
  paidAt,
  SECOND,
  SECRET,
  setFundOpen,
  settingsOf,
  shownAccount,
  tellOf,
} from "../../support/fund-accounts";
import { reasonIn, valueIn } from "../../support/stage";

const priya = castActor(cast.priya);

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  await setFundOpen(stage, true);
});
afterAll(() => stage.close());

describe("a key that somebody else may know", () => {
  beforeEach(() => connectFirst(stage));

  test("is forgotten and the fund closes; a new key of the account takes up what went on", async () => {
    const { charge } = await paidAt(stage, FIRST);
    valueIn(await disconnectAccount(stage.wiring, priya, await currentAccount(stage)));
    const { isOpen, books } = await settingsOf(stage);
    expect([isOpen, books.test.current?.hasKey]).toEqual([false, false]);
    expect(reasonIn(await startGift(stage.wiring, donor, aWish()))).toBe("fund_closed");
    const [kept] = await stage.rows("select secret_key from fund_accounts");
    expect(kept).toEqual({ secret_key: null });
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("unavailable");
    valueIn(await connectKey(stage, NEW_KEY_OF_FIRST));
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("applied");
    expect(await balances(stage)).toMatchObject({ available: -4_680 });
  });

  test("is told about by what is under way there", async () => {
    const { giftId } = await invoicedGift(stage);
    expect((await currentAccount(stage)).underWay.map(({ id }) => id)).toEqual([giftId]);
  });

  test("never sends gifts to the account that the settings of the server name", async () => {
    valueIn(await disconnectAccount(stage.wiring, priya, await currentAccount(stage)));
    const { settings: rules, revision: seen } = await settingsOf(stage);
    const decision = { book: "test", isOpen: true, settings: rules, seen } as const;
    expect(reasonIn(await saveFundSettings(stage.wiring, priya, decision))).toBe("not_connected");
  });

  test("is taken away once, from what the page showed", async () => {
    const shown = await currentAccount(stage);
    const both = await Promise.all([1, 2].map(() => disconnectAccount(stage.wiring, priya, shown)));
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
  });
});

test("an account from before names were asked is named by its own key, and its new key takes it up", async () => {
  await connectFirst(stage);
  const { giftId } = await paidAt(stage, FIRST);
  await stage.rows("update fund_accounts set stripe_account = null");
  valueIn(await connectKey(stage, NEW_KEY_OF_FIRST));
  expect((await settingsOf(stage)).books.test.before).toEqual([]);
  expect(await standingOfGift(stage, giftId)).toBe("paid");
  await stage.rows("update fund_accounts set stripe_account = null");
  valueIn(await checkFund(stage.wiring, priya));
  expect((await currentAccount(stage)).stripeAccount).toBe("acct_lakeviewfirst");
});

test("an account from before, whose key Stripe refuses by now, is known by its gifts", async () => {
  await connectFirst(stage);
  await paidAt(stage, FIRST);
  await stage.rows("update fund_accounts set stripe_account = null, secret_key = null");
  valueIn(await connectKey(stage, NEW_KEY_OF_FIRST));
  expect((await settingsOf(stage)).books.test.before).toEqual([]);
});

test("keys and secrets are sealed and never shown, only how they end", async () => {
  await connectFirst(stage);
  const [row] = await stage.rows<{ text: string }>("select a::text as text from fund_accounts a");
  const page = JSON.stringify(await settingsOf(stage));
  for (const shown of [row?.text ?? "", page, JSON.stringify(stage.wiring.lines)])
    expect(shown).not.toMatch(/sk_test_lakeview|whsec_/);
  expect(page).toContain("irst");
});

test("of two admins who enter a key at once one is told, and what the other one entered stays", async () => {
  const none = await shownAccount(stage);
  const enter = (secretKey: string, shown = none) =>
    connectAccount(stage.wiring, priya, { book: "test", secretKey, shown });
  const both = await Promise.all([enter(FIRST), enter(SECOND)]);
  expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
  const { books } = await settingsOf(stage);
  expect([books.test.current?.stripeAccount, books.test.before]).toEqual([
    both[0]?.ok ? "acct_lakeviewfirst" : "acct_lakeviewsecond",
    [],
  ]);
  expect(await enter(both[0]?.ok ? FIRST : SECOND)).toMatchObject({ ok: true });
  expect((await currentAccount(stage)).revision).toBe(books.test.current?.revision);
});

test("a key of the other book is refused", async () => {
  expect(
    reasonIn(
      await connectAccount(stage.wiring, priya, { book: "live", secretKey: FIRST, shown: await shownAccount(stage) }),
    ),
  ).toBe("other_book");
});

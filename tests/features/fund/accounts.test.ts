import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addWebhookSecret } from "~/features/fund/add-webhook-secret.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { connectAccount } from "~/features/fund/connect-account.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { endAccount } from "~/features/fund/end-account.server";
import { endOldSecret } from "~/features/fund/end-old-secret.server";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import {
  aWish,
  balances,
  donor,
  type FundStage,
  invoicedGift,
  openFundStage,
  openSession,
  standingOfGift,
} from "../../support/fund";
import {
  connectFirst,
  connectKey,
  currentAccount,
  earlierAccount,
  FIRST,
  NEW_KEY_OF_FIRST,
  paidAt,
  SECOND,
  SECRET,
  setFundOpen,
  settingsOf,
  shownAccount,
  THIRD,
  tellOf,
} from "../../support/fund-accounts";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

const { harbor } = sampleSchools;
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

const payWish = (giftId: string) => ({ giftId, title: "Bus passes", returnUrl: "http://localhost", language: "en" });

describe("once another account is connected", () => {
  beforeEach(() => connectFirst(stage));

  test("a refund at the one before still reaches the books when Stripe tells of it", async () => {
    const { giftId, charge } = await paidAt(stage, FIRST);
    valueIn(await connectKey(stage, SECOND));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("applied");
    expect(await balances(stage)).toMatchObject({ available: -4_680 });
    expect(await standingOfGift(stage, giftId)).toBe("part_refunded");
  });

  test("a dispute at the one before is found by the check, beside what is at the new one", async () => {
    const { giftId, charge } = await paidAt(stage, FIRST);
    valueIn(await connectKey(stage, SECOND));
    const { giftId: next } = await paidAt(stage, SECOND);
    stage.standIn.act(FIRST, charge, "dispute");
    expect(valueIn(await checkFund(stage.wiring, priya)).found).toBe(1);
    expect([await standingOfGift(stage, giftId), await standingOfGift(stage, next)]).toEqual(["disputed", "paid"]);
  });

  test("an invoice of the one before is taken back there", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    const sent = stage.standIn.list(FIRST, "invoice");
    valueIn(await connectKey(stage, SECOND));
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect([invoice, sent[0]?.status]).toEqual(["", "void"]);
    expect(await standingOfGift(stage, giftId)).toBe("void");
  });

  test("a gift that was begun is paid at the new one, and can no longer be paid at the one before", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    valueIn(await connectKey(stage, SECOND));
    const next = await openSession(stage, giftId);
    expect(stage.standIn.list(FIRST, "checkout.session").map(({ id, status }) => [id, status])).toEqual([
      [session, "expired"],
    ]);
    stage.standIn.act(SECOND, next, "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("ignored");
  });

  test("a payment that is on its way stays where it is", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    stage.standIn.act(FIRST, session, "pay_bank");
    valueIn(await connectKey(stage, SECOND));
    expect(reasonIn(await payGift(stage.wiring, donor, payWish(giftId)))).toBe("nothing_to_pay");
    stage.standIn.act(FIRST, stage.standIn.list(FIRST, "charge").at(-1)?.id ?? "", "settle");
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("applied");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("an event of the new one that names a gift of the one before books nothing", async () => {
    const { giftId } = await paidAt(stage, FIRST);
    valueIn(await connectKey(stage, SECOND));
    const { accountId, seen } = await currentAccount(stage);
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: "whsec_second11" }));
    const before = await balances(stage);
    const { giftId: other } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, other);
    Object.assign(stage.standIn.list(SECOND, "checkout.session").at(-1) ?? {}, {
      payment_intent_data: { metadata: { gift: giftId } },
    });
    await stage.rows("delete from gift_references where gift_id = $1", [other]);
    stage.standIn.act(SECOND, session, "pay_card");
    expect(await tellOf(stage, { secret: "whsec_second11", account: SECOND })).toBe("ignored");
    expect(await balances(stage)).toEqual(before);
  });

  test("the key of the one before takes it up again, as one account and not as a third", async () => {
    valueIn(await connectKey(stage, SECOND));
    valueIn(await connectKey(stage, NEW_KEY_OF_FIRST));
    const { current: now, before } = (await settingsOf(stage)).books.test;
    expect([now?.stripeAccount, before.map(({ stripeAccount }) => stripeAccount)]).toEqual([
      "acct_lakeviewfirst",
      ["acct_lakeviewsecond"],
    ]);
  });

  test("admins who connect at once, from what the page showed to all, leave one that takes gifts and the one before", async () => {
    const shown = await shownAccount(stage);
    const enter = (secretKey: string) => connectAccount(stage.wiring, priya, { book: "test", secretKey, shown });
    const outcomes = await Promise.all([enter(SECOND), enter(THIRD)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { current: now, before } = (await settingsOf(stage)).books.test;
    expect([now?.hasKey, before.length]).toEqual([true, 1]);
  });
});

describe("an account that was replaced", () => {
  beforeEach(() => connectFirst(stage));

  test("is ended only when no more is under way than the page said, and nothing of it is taken from then on", async () => {
    const { charge } = await paidAt(stage, FIRST);
    const { giftId } = await invoicedGift(stage);
    valueIn(await connectKey(stage, SECOND));
    const shown = await earlierAccount(stage);
    expect(shown.underWay).toBe(1);
    expect(reasonIn(await endAccount(stage.wiring, priya, { ...shown, underWay: 0 }))).toBe("changed_before");
    valueIn(await endAccount(stage.wiring, priya, shown));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tellOf(stage, { secret: SECRET, account: FIRST })).toBe("not_signed");
    // The only thing left to say: what the ledger still holds at an account that nobody asks any more (docs/decisions/0062).
    expect(valueIn(await checkFund(stage.wiring, priya)).found).toBe(1);
    expect(
      await stage.rows("select kind, stripe_minor, ledger_minor from fund_differences where kind = 'whole_balance'"),
    ).toEqual([{ kind: "whole_balance", stripe_minor: 0, ledger_minor: 9_680 }]);
    expect(await balances(stage)).toMatchObject({ stripe: 9_680 });
    // What is asked for there is taken back in the books, although nobody can be asked (docs/decisions/0068).
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect([await standingOfGift(stage, giftId), (await balances(stage)).owed]).toEqual(["void", undefined]);
    const [kept] = await stage.rows(
      "select secret_key, webhook_secrets::text as secrets from fund_accounts where ended_at is not null",
    );
    expect(kept).toEqual({ secret_key: null, secrets: "{}" });
  });

  test("leaves promises that nobody paid to the new one", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    await openSession(stage, giftId);
    valueIn(await connectKey(stage, SECOND));
    valueIn(await endAccount(stage.wiring, priya, await earlierAccount(stage)));
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("ends together with the payment pages that are open there, or not at all while Stripe does not answer", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    valueIn(await connectKey(stage, SECOND));
    const stateOf = () => stage.standIn.list(FIRST, "checkout.session").map(({ id, status }) => [id, status]);
    const { payments } = stage.wiring;
    if (!payments) throw new Error("no payments");
    stage.wiring.payments = { ...payments, closeCheckout: async () => ({ ok: false, reason: "unavailable" }) };
    expect(reasonIn(await endAccount(stage.wiring, priya, await earlierAccount(stage)))).toBe("payments_away");
    stage.wiring.payments = payments;
    expect([await earlierAccount(stage), stateOf()]).toMatchObject([{ endedAt: null }, [[session, "open"]]]);
    valueIn(await endAccount(stage.wiring, priya, await earlierAccount(stage)));
    expect(stateOf()).toEqual([[session, "expired"]]);
  });

  test("has its old webhook secret ended alone, while it is still listened to", async () => {
    const { accountId, seen } = await currentAccount(stage);
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: "whsec_second22" }));
    const { charge } = await paidAt(stage, FIRST);
    valueIn(await connectKey(stage, SECOND));
    valueIn(await endOldSecret(stage.wiring, priya, await earlierAccount(stage)));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect([
      await tellOf(stage, { secret: SECRET, account: FIRST }),
      await tellOf(stage, { secret: "whsec_second22", account: FIRST }),
    ]).toEqual(["not_signed", "applied"]);
  });

  test("is not ended while it takes gifts, nor twice", async () => {
    const shown = { ...(await currentAccount(stage)), underWay: 0 };
    expect(reasonIn(await endAccount(stage.wiring, priya, shown))).toBe("in_use");
    valueIn(await connectKey(stage, SECOND));
    const seen = await earlierAccount(stage);
    valueIn(await endAccount(stage.wiring, priya, seen));
    expect(reasonIn(await endAccount(stage.wiring, priya, seen))).toBe("changed_before");
  });
});

describe("a fund that is closed", () => {
  const close = async () => {
    const { settings: rules, revision: seen } = await settingsOf(stage);
    valueIn(await saveFundSettings(stage.wiring, priya, { book: "test", isOpen: false, settings: rules, seen }));
  };

  test("opens no checkout for a gift that was only begun, and its page says so", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    await close();
    expect(reasonIn(await payGift(stage.wiring, donor, payWish(giftId)))).toBe("fund_closed");
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({
      isPayable: false,
      isClosed: true,
    });
  });

  test("still takes what was promised before", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    await close();
    expect(valueIn(await payGift(stage.wiring, donor, payWish(giftId))).url).toContain("http");
  });
});

test("nobody but an admin of the school does anything with its accounts", async () => {
  await connectFirst(stage);
  const shown = { ...(await currentAccount(stage)), underWay: 0 };
  const verbs = [disconnectAccount, endAccount, endOldSecret];
  const secret = { ...shown, webhookSecret: "whsec_second22" };
  for (const stranger of [castActor(cast.ines), castActor(cast.tom), castActor(cast.maya), donor]) {
    expect(reasonIn(await connectKey(stage, SECOND, stranger))).toBe("not_permitted");
    expect(reasonIn(await addWebhookSecret(stage.wiring, stranger, secret))).toBe("not_permitted");
    for (const verb of verbs) expect(reasonIn(await verb(stage.wiring, stranger, shown))).toBe("not_permitted");
  }
  const elsewhere = castActor({ ...cast.priya, ...harbor } as typeof cast.priya);
  expect(reasonIn(await addWebhookSecret(stage.wiring, elsewhere, secret))).toBe("not_found");
  for (const verb of verbs) {
    expect(reasonIn(await verb(stage.wiring, elsewhere, shown))).toBe("not_found");
    expect(reasonIn(await verb(stage.wiring, priya, { ...shown, accountId: NOBODY }))).toBe("not_found");
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { addWebhookSecret } from "~/features/fund/add-webhook-secret.server";
import { checkBook } from "~/features/fund/check-book.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { connectAccount } from "~/features/fund/connect-account.server";
import { disconnectAccount } from "~/features/fund/disconnect-account.server";
import { endAccount } from "~/features/fund/end-account.server";
import { endOldSecret } from "~/features/fund/end-old-secret.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { receiveEvent } from "~/features/fund/receive-event.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { signEvent } from "~/payments/stripe.server";
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
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

const { lakeview, harbor } = sampleSchools;
const { schoolId } = lakeview;
const priya = castActor(cast.priya);
const FIRST = "sk_test_lakeviewfirst";
const NEW_KEY_OF_FIRST = "rk_test_lakeviewfirst__second1234";
const SECOND = "sk_test_lakeviewsecond";
const SECRET = "whsec_lakeviewfirst1";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  await open();
});
afterAll(() => stage.close());

const settings = async (actor: Actor = priya) => valueIn(await openFundSettings(stage.wiring, actor));
/** What the page shows of the account that takes gifts. */
const shownTo = async (actor: Actor = priya) => {
  const seen = await openFundSettings(stage.wiring, actor);
  const shown = seen.ok ? seen.value.books.test.current : null;
  return { accountId: shown?.accountId ?? "", seen: shown?.revision ?? 0 };
};
const connect = async (secretKey: string, actor: Actor = priya) =>
  connectAccount(stage.wiring, actor, { book: "test", secretKey, shown: await shownTo(actor) });

async function open(): Promise<void> {
  const { settings: rules, revision, isOpen } = await settings();
  const decision = { book: "test", isOpen: true, settings: rules, seen: revision } as const;
  if (!isOpen) valueIn(await saveFundSettings(stage.wiring, priya, decision));
}

/** The account that takes gifts, as the page shows it. */
async function current() {
  const { current: account } = (await settings()).books.test;
  if (!account) throw new Error("no account is connected");
  return { ...account, seen: account.revision };
}

/** The account that was there before, as the page shows it. */
async function earlier() {
  const [account] = (await settings()).books.test.before;
  if (!account) throw new Error("there was no account before");
  return { ...account, seen: account.revision, underWay: account.underWay.length };
}

async function connectFirst(): Promise<void> {
  valueIn(await connect(FIRST));
  const { accountId, seen } = await current();
  valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: SECRET }));
}

/** Tells the school what happened last at an account, signed with a secret. */
async function tell(secret: string, account: string): Promise<string> {
  const payload = stage.standIn.events.findLast((event) => event.account === account)?.body ?? "";
  const signature = signEvent({ payload, secret, now: stage.wiring.clock.now() });
  const outcome = await receiveEvent(stage.wiring, { schoolId, payload, signature });
  return outcome.ok ? outcome.value.effect : outcome.reason;
}

/** A gift that was paid by card at the account that takes gifts. */
async function paidAt(account: string): Promise<{ giftId: string; charge: string }> {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
  stage.standIn.act(account, await openSession(stage, giftId), "pay_card");
  valueIn(await checkFund(stage.wiring, priya));
  return { giftId, charge: stage.standIn.list(account, "charge").at(-1)?.id ?? "" };
}

const payWish = (giftId: string) => ({ giftId, title: "Bus passes", returnUrl: "http://localhost", language: "en" });

describe("once another account is connected", () => {
  beforeEach(connectFirst);

  test("a refund at the one before still reaches the books when Stripe tells of it", async () => {
    const { giftId, charge } = await paidAt(FIRST);
    valueIn(await connect(SECOND));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tell(SECRET, FIRST)).toBe("applied");
    expect(await balances(stage)).toMatchObject({ available: -4_680 });
    expect(await standingOfGift(stage, giftId)).toBe("part_refunded");
  });

  test("a dispute at the one before is found by the check, beside what is at the new one", async () => {
    const { giftId, charge } = await paidAt(FIRST);
    valueIn(await connect(SECOND));
    const { giftId: next } = await paidAt(SECOND);
    stage.standIn.act(FIRST, charge, "dispute");
    expect(valueIn(await checkFund(stage.wiring, priya)).found).toBe(1);
    expect([await standingOfGift(stage, giftId), await standingOfGift(stage, next)]).toEqual(["disputed", "paid"]);
  });

  test("an invoice of the one before is taken back there", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    const sent = stage.standIn.list(FIRST, "invoice");
    valueIn(await connect(SECOND));
    valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
    expect([invoice, sent[0]?.status]).toEqual(["", "void"]);
    expect(await standingOfGift(stage, giftId)).toBe("void");
  });

  test("a gift that was begun is paid at the new one, and can no longer be paid at the one before", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    valueIn(await connect(SECOND));
    const next = await openSession(stage, giftId);
    expect(stage.standIn.list(FIRST, "checkout.session").map(({ id, status }) => [id, status])).toEqual([
      [session, "expired"],
    ]);
    stage.standIn.act(SECOND, next, "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(await tell(SECRET, FIRST)).toBe("ignored");
  });

  test("a payment that is on its way stays where it is", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    stage.standIn.act(FIRST, session, "pay_bank");
    valueIn(await connect(SECOND));
    expect(reasonIn(await payGift(stage.wiring, donor, payWish(giftId)))).toBe("nothing_to_pay");
    stage.standIn.act(FIRST, stage.standIn.list(FIRST, "charge").at(-1)?.id ?? "", "settle");
    expect(await tell(SECRET, FIRST)).toBe("applied");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("an event of the new one that names a gift of the one before books nothing", async () => {
    const { giftId } = await paidAt(FIRST);
    valueIn(await connect(SECOND));
    const { accountId, seen } = await current();
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: "whsec_second11" }));
    const before = await balances(stage);
    const { giftId: other } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, other);
    Object.assign(stage.standIn.list(SECOND, "checkout.session").at(-1) ?? {}, {
      payment_intent_data: { metadata: { gift: giftId } },
    });
    await stage.rows("delete from gift_references where gift_id = $1", [other]);
    stage.standIn.act(SECOND, session, "pay_card");
    expect(await tell("whsec_second11", SECOND)).toBe("ignored");
    expect(await balances(stage)).toEqual(before);
  });

  test("the key of the one before takes it up again, as one account and not as a third", async () => {
    valueIn(await connect(SECOND));
    valueIn(await connect(NEW_KEY_OF_FIRST));
    const { current: now, before } = (await settings()).books.test;
    expect([now?.stripeAccount, before.map(({ stripeAccount }) => stripeAccount)]).toEqual([
      "acct_lakeviewfirst",
      ["acct_lakeviewsecond"],
    ]);
  });

  test("admins who connect at once, from what the page showed to all, leave one that takes gifts and the one before", async () => {
    const shown = await shownTo();
    const enter = (secretKey: string) => connectAccount(stage.wiring, priya, { book: "test", secretKey, shown });
    const outcomes = await Promise.all([enter(SECOND), enter("sk_test_lakeviewthird")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { current: now, before } = (await settings()).books.test;
    expect([now?.hasKey, before.length]).toEqual([true, 1]);
  });
});

describe("an account that was replaced", () => {
  beforeEach(connectFirst);

  test("is ended only when no more is under way than the page said, and nothing of it is taken from then on", async () => {
    const { charge } = await paidAt(FIRST);
    const { giftId } = await invoicedGift(stage);
    valueIn(await connect(SECOND));
    const shown = await earlier();
    expect(shown.underWay).toBe(1);
    expect(reasonIn(await endAccount(stage.wiring, priya, { ...shown, underWay: 0 }))).toBe("changed_before");
    valueIn(await endAccount(stage.wiring, priya, shown));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tell(SECRET, FIRST)).toBe("not_signed");
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
    valueIn(await connect(SECOND));
    valueIn(await endAccount(stage.wiring, priya, await earlier()));
    stage.standIn.act(SECOND, await openSession(stage, giftId), "pay_card");
    valueIn(await checkFund(stage.wiring, priya));
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("ends together with the payment pages that are open there, or not at all while Stripe does not answer", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const session = await openSession(stage, giftId);
    valueIn(await connect(SECOND));
    const stateOf = () => stage.standIn.list(FIRST, "checkout.session").map(({ id, status }) => [id, status]);
    const { payments } = stage.wiring;
    if (!payments) throw new Error("no payments");
    stage.wiring.payments = { ...payments, closeCheckout: async () => ({ ok: false, reason: "unavailable" }) };
    expect(reasonIn(await endAccount(stage.wiring, priya, await earlier()))).toBe("payments_away");
    stage.wiring.payments = payments;
    expect([await earlier(), stateOf()]).toMatchObject([{ endedAt: null }, [[session, "open"]]]);
    valueIn(await endAccount(stage.wiring, priya, await earlier()));
    expect(stateOf()).toEqual([[session, "expired"]]);
  });

  test("has its old webhook secret ended alone, while it is still listened to", async () => {
    const { accountId, seen } = await current();
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret: "whsec_second22" }));
    const { charge } = await paidAt(FIRST);
    valueIn(await connect(SECOND));
    valueIn(await endOldSecret(stage.wiring, priya, await earlier()));
    stage.standIn.act(FIRST, charge, "refund_half");
    expect([await tell(SECRET, FIRST), await tell("whsec_second22", FIRST)]).toEqual(["not_signed", "applied"]);
  });

  test("is not ended while it takes gifts, nor twice", async () => {
    const shown = { ...(await current()), underWay: 0 };
    expect(reasonIn(await endAccount(stage.wiring, priya, shown))).toBe("in_use");
    valueIn(await connect(SECOND));
    const seen = await earlier();
    valueIn(await endAccount(stage.wiring, priya, seen));
    expect(reasonIn(await endAccount(stage.wiring, priya, seen))).toBe("changed_before");
  });
});

describe("a key that somebody else may know", () => {
  beforeEach(connectFirst);

  test("is forgotten and the fund closes; a new key of the account takes up what went on", async () => {
    const { charge } = await paidAt(FIRST);
    valueIn(await disconnectAccount(stage.wiring, priya, await current()));
    const { isOpen, books } = await settings();
    expect([isOpen, books.test.current?.hasKey]).toEqual([false, false]);
    expect(reasonIn(await startGift(stage.wiring, donor, aWish()))).toBe("fund_closed");
    const [kept] = await stage.rows("select secret_key from fund_accounts");
    expect(kept).toEqual({ secret_key: null });
    stage.standIn.act(FIRST, charge, "refund_half");
    expect(await tell(SECRET, FIRST)).toBe("unavailable");
    valueIn(await connect(NEW_KEY_OF_FIRST));
    expect(await tell(SECRET, FIRST)).toBe("applied");
    expect(await balances(stage)).toMatchObject({ available: -4_680 });
  });

  test("is told about by what is under way there", async () => {
    const { giftId } = await invoicedGift(stage);
    expect((await current()).underWay.map(({ id }) => id)).toEqual([giftId]);
  });

  test("never sends gifts to the account that the settings of the server name", async () => {
    valueIn(await disconnectAccount(stage.wiring, priya, await current()));
    const { settings: rules, revision: seen } = await settings();
    const decision = { book: "test", isOpen: true, settings: rules, seen } as const;
    expect(reasonIn(await saveFundSettings(stage.wiring, priya, decision))).toBe("not_connected");
  });

  test("is taken away once, from what the page showed", async () => {
    const shown = await current();
    const both = await Promise.all([1, 2].map(() => disconnectAccount(stage.wiring, priya, shown)));
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
  });
});

describe("webhook secrets", () => {
  beforeEach(connectFirst);
  const add = async (webhookSecret: string) => {
    const { accountId, seen } = await current();
    valueIn(await addWebhookSecret(stage.wiring, priya, { accountId, seen, webhookSecret }));
  };
  const happen = async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    stage.standIn.act(FIRST, await openSession(stage, giftId), "expire");
  };

  test("of two admins at once one is told, and the secret that Stripe signs with stays valid", async () => {
    await happen();
    const shown = await current();
    const both = await Promise.all(
      ["whsec_second22", "whsec_third333"].map((webhookSecret) =>
        addWebhookSecret(stage.wiring, priya, { ...shown, webhookSecret }),
      ),
    );
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
    expect(await tell(SECRET, FIRST)).toBe("applied");
    const again = { ...shown, webhookSecret: both[0]?.ok ? "whsec_second22" : "whsec_third333" };
    expect(await addWebhookSecret(stage.wiring, priya, again)).toMatchObject({ ok: true });
    expect((await current()).secretHints).toHaveLength(2);
  });

  test("two are valid at once, a third drops the first", async () => {
    await happen();
    for (const secret of ["whsec_second22", "whsec_third333", "whsec_third333"]) await add(secret);
    expect([await tell(SECRET, FIRST), await tell("whsec_second22", FIRST)]).toEqual(["not_signed", "applied"]);
    expect(await tell("whsec_third333", FIRST)).toBe("repeated");
  });

  test("the old one ends when an admin says so, and no event that the new one signs is lost", async () => {
    await happen();
    await add("whsec_second22");
    const shown = await current();
    expect(shown.secretHints).toEqual(["nd22", "rst1"]);
    const [, old, fresh] = await Promise.all([
      endOldSecret(stage.wiring, priya, shown),
      tell(SECRET, FIRST),
      tell("whsec_second22", FIRST),
    ]);
    expect(["applied", "repeated"]).toContain(fresh);
    expect(["applied", "repeated", "not_signed"]).toContain(old);
    expect([await tell(SECRET, FIRST), await tell("whsec_second22", FIRST)]).toEqual(["not_signed", "repeated"]);
    expect(await stage.rows("select transition from audit_log where transition like 'end webhook%'")).toHaveLength(1);
  });

  test("the only one is not ended, nor one that the page did not show as the old one", async () => {
    expect(reasonIn(await endOldSecret(stage.wiring, priya, await current()))).toBe("one_secret");
    await add("whsec_second22");
    const shown = await current();
    await add("whsec_third333");
    expect(reasonIn(await endOldSecret(stage.wiring, priya, shown))).toBe("changed_before");
  });
});

describe("an account serves one school", () => {
  const ofHarbor = castActor({ ...cast.priya, ...harbor } as typeof cast.priya);

  test("whatever key of it another school enters, restricted or not; the refusal names no school", async () => {
    valueIn(await connect(FIRST));
    for (const key of [FIRST, NEW_KEY_OF_FIRST]) {
      const refusal = await connect(key, ofHarbor);
      expect(refusal).toEqual({ ok: false, reason: "account_taken" });
    }
    expect((await settings(ofHarbor)).books.test).toEqual({ current: null, before: [] });
    valueIn(await connect(SECOND, ofHarbor));
  });

  test("also after it was ended, and at once from two schools", async () => {
    const both = await Promise.all([connect(FIRST), connect(FIRST, ofHarbor)]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["account_taken", "done"]);
  });

  test("and the account of the server's settings only the school that they name", async () => {
    const { wiring } = stage;
    const account = { key: FIRST, secrets: [], schoolId };
    const env = { ...wiring.env, mode: "live" as const, payments: { ...wiring.env.payments, account } as never };
    const live = { ...wiring, env };
    const asked = { book: "test", secretKey: NEW_KEY_OF_FIRST, shown: { accountId: "", seen: 0 } } as const;
    expect(reasonIn(await connectAccount(live, ofHarbor, asked))).toBe("account_taken");
    valueIn(await connectAccount(live, priya, asked));
  });

  test("and an account that the settings name later for another school is told to the operator by the next check", async () => {
    valueIn(await connect(FIRST, ofHarbor));
    const { wiring } = stage;
    const theNight = { ...harbor, kind: "system", job: "check-funds" } as const;
    const live = (key: string) => {
      const payments = { ...wiring.env.payments, account: { key, secrets: [], schoolId } } as never;
      return { ...wiring, env: { ...wiring.env, mode: "live" as const, payments } };
    };
    valueIn(await checkBook(live(SECOND), theNight, { book: "test" }));
    expect(wiring.lines.filter(({ level }) => level === "error")).toEqual([]);
    valueIn(await checkBook(live(NEW_KEY_OF_FIRST), theNight, { book: "test" }));
    expect(wiring.lines.filter(({ level }) => level === "error")).toMatchObject([
      { fields: { schoolId: ofHarbor.schoolId }, message: expect.stringContaining("settings name for another") },
    ]);
    wiring.lines.length = 0;
  });

  test("a restricted key that may not read accounts is refused with what it lacks", async () => {
    expect(reasonIn(await connect("rk_test_lakeviewfirst__without_account"))).toBe("account_unread");
    expect(await stage.rows("select id from fund_accounts")).toEqual([]);
  });
});

test("an account from before names were asked is named by its own key, and its new key takes it up", async () => {
  await connectFirst();
  const { giftId } = await paidAt(FIRST);
  await stage.rows("update fund_accounts set stripe_account = null");
  valueIn(await connect(NEW_KEY_OF_FIRST));
  expect((await settings()).books.test.before).toEqual([]);
  expect(await standingOfGift(stage, giftId)).toBe("paid");
  await stage.rows("update fund_accounts set stripe_account = null");
  valueIn(await checkFund(stage.wiring, priya));
  expect((await current()).stripeAccount).toBe("acct_lakeviewfirst");
});

test("an account from before, whose key Stripe refuses by now, is known by its gifts", async () => {
  await connectFirst();
  await paidAt(FIRST);
  await stage.rows("update fund_accounts set stripe_account = null, secret_key = null");
  valueIn(await connect(NEW_KEY_OF_FIRST));
  expect((await settings()).books.test.before).toEqual([]);
});

test("keys and secrets are sealed and never shown, only how they end", async () => {
  await connectFirst();
  const [row] = await stage.rows<{ text: string }>("select a::text as text from fund_accounts a");
  const page = JSON.stringify(await settings());
  for (const shown of [row?.text ?? "", page, JSON.stringify(stage.wiring.lines)])
    expect(shown).not.toMatch(/sk_test_lakeview|whsec_/);
  expect(page).toContain("irst");
});

test("of two admins who enter a key at once one is told, and what the other one entered stays", async () => {
  const none = await shownTo();
  const enter = (secretKey: string, shown = none) =>
    connectAccount(stage.wiring, priya, { book: "test", secretKey, shown });
  const both = await Promise.all([enter(FIRST), enter(SECOND)]);
  expect(both.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual(["changed_before", "done"]);
  const { books } = await settings();
  expect([books.test.current?.stripeAccount, books.test.before]).toEqual([
    both[0]?.ok ? "acct_lakeviewfirst" : "acct_lakeviewsecond",
    [],
  ]);
  expect(await enter(both[0]?.ok ? FIRST : SECOND)).toMatchObject({ ok: true });
  expect((await current()).revision).toBe(books.test.current?.revision);
});

test("a key of the other book is refused", async () => {
  expect(
    reasonIn(await connectAccount(stage.wiring, priya, { book: "live", secretKey: FIRST, shown: await shownTo() })),
  ).toBe("other_book");
});

describe("a fund that is closed", () => {
  const close = async () => {
    const { settings: rules, revision: seen } = await settings();
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
  await connectFirst();
  const shown = { ...(await current()), underWay: 0 };
  const verbs = [disconnectAccount, endAccount, endOldSecret];
  const secret = { ...shown, webhookSecret: "whsec_second22" };
  for (const stranger of [castActor(cast.ines), castActor(cast.tom), castActor(cast.maya), donor]) {
    expect(reasonIn(await connect(SECOND, stranger))).toBe("not_permitted");
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

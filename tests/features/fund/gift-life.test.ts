import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FUND, type FundSettings } from "~/domain/fund/settings";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { openGift } from "~/features/fund/open-gift.server";
import { openGive } from "~/features/fund/open-give.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  balances,
  chargeOf,
  donor,
  type FundStage,
  happens,
  openFundStage,
  openGiftCheckout,
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

const pay = (giftId: string) => ({
  giftId,
  title: "Bus passes",
  returnUrl: "http://localhost:3000/give",
  language: "en",
});

describe("a gift", () => {
  test("is worth nothing before it is paid, and is then available without Stripe's fee", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    expect(await balances(stage)).toEqual({});
    expect(await happens(stage, session, "pay_card")).toEqual(["applied", "applied"]);
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("whose charge succeeded before it is on Stripe's balance is under way, and paid when its line comes", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    await happens(stage, session, "pay_card_later");
    expect(await standingOfGift(stage, giftId)).toBe("processing");
    expect(await balances(stage)).toEqual({ processing: 10_000, pending: -10_000 });
    await happens(stage, chargeOf(stage, session), "book_line");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
  });

  test("from a bank account is pending for days, then available, or failed and payable again", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    await happens(stage, session, "pay_bank");
    expect(await balances(stage)).toEqual({ processing: 10_000, pending: -10_000 });
    await happens(stage, chargeOf(stage, session), "fail");
    expect(await balances(stage)).toEqual({});
    expect(await standingOfGift(stage, giftId)).toBe("failed");
    const again = await openSession(stage, giftId);
    await happens(stage, again, "pay_bank");
    await happens(stage, chargeOf(stage, again), "settle");
    expect(await balances(stage)).toEqual({ stripe: 9_920, fees: 80, released: -80, available: -9_920 });
  });

  test("that fails after it had succeeded leaves Stripe's fees as a shortfall", async () => {
    const { charge } = await paidGift(stage);
    await happens(stage, charge, "fail");
    expect(await balances(stage)).toEqual({ stripe: -720, fees: 720, released: -720, shortfall: 720 });
  });

  test("refunded in parts, whose second refund fails, ends with what stayed", async () => {
    const { giftId, charge } = await paidGift(stage);
    await happens(stage, charge, "refund_half");
    expect(await standingOfGift(stage, giftId)).toBe("part_refunded");
    await happens(stage, charge, "refund_all");
    expect(await standingOfGift(stage, giftId)).toBe("refunded");
    const refund = stage.standIn.list(ACCOUNT, "refund").at(-1)?.id ?? "";
    await happens(stage, refund, "fail_refund");
    expect(await balances(stage)).toEqual({ stripe: 4_680, fees: 320, released: -320, available: -4_680 });
  });

  test("disputed is taken away, and comes back when the dispute is won", async () => {
    const { giftId, charge } = await paidGift(stage);
    const before = await balances(stage);
    await happens(stage, charge, "dispute");
    expect(await standingOfGift(stage, giftId)).toBe("disputed");
    expect((await balances(stage)).available ?? 0).toBe(0);
    await happens(stage, stage.standIn.list(ACCOUNT, "dispute").at(-1)?.id ?? "", "win");
    expect(await balances(stage)).toEqual(before);
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("promised is owed until it is paid; a card that is declined changes nothing", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
    const session = await openSession(stage, giftId);
    await happens(stage, session, "decline");
    expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
    await happens(stage, session, "pay_card");
    expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
  });

  test("of a mentor is the organisation's, and shown to it alone", async () => {
    const maya = castActor(cast.ingrid);
    const { giftId } = valueIn(await startGift(stage.wiring, maya, aWish({ payLater: true })));
    expect(valueIn(await openGift(stage.wiring, maya, { giftId }))).toMatchObject({
      standing: "pledged",
      minor: 10_000,
    });
    expect(reasonIn(await openGift(stage.wiring, castActor(cast.maya), { giftId }))).toBe("not_found");
  });
});

test("what donors read on their statement, what for and how much go to Stripe as the school decided", async () => {
  const priya = castActor(cast.priya);
  const decide = async (settings: FundSettings) => {
    const { revision: seen } = valueIn(await openFundSettings(stage.wiring, priya));
    valueIn(await saveFundSettings(stage.wiring, priya, { book: "test", isOpen: true, settings, seen }));
  };
  const suggestedMinor = { ...DEFAULT_FUND.suggestedMinor, tools: [1_250] };
  await decide({ ...DEFAULT_FUND, purposes: ["tools"], suggestedMinor, statementDescriptor: "LAKE FUND" });
  const [fund] = valueIn(await openGive(stage.wiring, donor)).funds;
  expect(fund?.settings).toMatchObject({ purposes: ["tools"], suggestedMinor: { tools: [1_250] } });
  expect(reasonIn(await startGift(stage.wiring, donor, aWish()))).toBe("purpose_closed");
  await openGiftCheckout(stage, { purpose: "tools", amount: "12,50" });
  const asked = newestAsked();
  expect(asked.get("payment_intent_data[statement_descriptor_suffix]")).toBe("LAKE FUND");
  expect(asked.get("line_items[0][price_data][unit_amount]")).toBe("1250");
  await decide(DEFAULT_FUND);
});

test("Stripe is asked to mail its receipt to the address that the donor gave, and to none otherwise", async () => {
  await openGiftCheckout(stage, { donorMail: "bo@example.org" });
  expect(newestAsked().get("payment_intent_data[receipt_email]")).toBe("bo@example.org");
  await openGiftCheckout(stage, { donorMail: "" });
  expect(newestAsked().has("payment_intent_data[receipt_email]")).toBe(false);
});

/** What Stripe was asked last. */
const newestAsked = () => new URLSearchParams(stage.standIn.seen.findLast(({ method }) => method === "POST")?.body);

describe("giving is refused", () => {
  test.each([
    [{ amount: "ten" }, "not_money"],
    [{ amount: "1" }, "too_little"],
    [{ amount: "20000" }, "too_much"],
    [{ amount: "1,000,000.00" }, "too_large"],
    [{ amount: "9".repeat(30) }, "too_large"],
    [{ amount: "1e9" }, "not_money"],
    [{ amount: "=100" }, "not_money"],
    [{ donorName: " " }, "name_missing"],
  ])("for %o: %s", async (own, reason) => {
    expect(reasonIn(await startGift(stage.wiring, donor, aWish(own)))).toBe(reason);
    expect(await balances(stage)).toEqual({});
  });

  test("at a school whose fund is closed", async () => {
    const { schoolId, districtId } = sampleSchools.harbor;
    const elsewhere = { ...donor, schoolId, districtId, subjectId: schoolId };
    expect(reasonIn(await startGift(stage.wiring, elsewhere, aWish()))).toBe("fund_closed");
  });

  test("to strangers: other links, families, staff, and mentors of another district", async () => {
    const strangers = [{ ...donor, linkKind: "consent" as const }, castActor(cast.rosa), castActor(cast.ines)];
    for (const stranger of strangers)
      expect(reasonIn(await startGift(stage.wiring, stranger, aWish()))).toBe("not_permitted");
    expect(reasonIn(await startGift(stage.wiring, castActor(cast.ruth), aWish()))).toBe("not_found");
  });
});

describe("paying", () => {
  test("twice at once opens one checkout", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const answers = await Promise.all([1, 2, 3, 4].map(() => payGift(stage.wiring, donor, pay(giftId))));
    expect(new Set(answers.map((answer) => valueIn(answer).url)).size).toBe(1);
  });

  test("from two pages at once, in two languages, opens one checkout", async () => {
    const mentor = castActor(cast.ingrid);
    const { giftId } = valueIn(await startGift(stage.wiring, mentor, aWish()));
    const pages = [pay(giftId), { ...pay(giftId), returnUrl: "http://localhost:3000/other", language: "es" }];
    const [one, other] = await Promise.all(pages.map((page) => payGift(stage.wiring, mentor, page)));
    expect(one).toEqual(other);
  });

  test("from another page after the answer to the first was lost is not refused", async () => {
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    const { payments } = stage.wiring;
    if (!payments) throw new Error("no payments");
    const openAndLose: typeof payments.openCheckout = async (key, wish) => {
      await payments.openCheckout(key, wish);
      return { ok: false, reason: "unavailable" };
    };
    stage.wiring.payments = { ...payments, openCheckout: openAndLose };
    expect(reasonIn(await payGift(stage.wiring, donor, pay(giftId)))).toBe("payments_away");
    stage.wiring.payments = payments;
    valueIn(await payGift(stage.wiring, donor, { ...pay(giftId), language: "es" }));
  });

  test("what is paid, or nobody's, is refused", async () => {
    const { giftId } = await paidGift(stage);
    expect(reasonIn(await payGift(stage.wiring, donor, pay(giftId)))).toBe("nothing_to_pay");
    expect(reasonIn(await payGift(stage.wiring, donor, pay(NOBODY)))).toBe("not_found");
    expect(reasonIn(await payGift(stage.wiring, castActor(cast.rosa), pay(giftId)))).toBe("not_permitted");
  });
});

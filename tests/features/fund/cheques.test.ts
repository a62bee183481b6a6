import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { type ChequeFor, takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  aWish,
  balances,
  chequeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  losingQuestion,
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
const owed = (minor: number) => ({ owed: minor, pledged: 0 - minor });
const cheque = (giftId: string, own: Partial<ChequeFor> = {}): ChequeFor => ({
  ...{ giftId, amount: "100", chequeNumber: "4471", receivedOn: "2026-10-14" },
  ...own,
});
const take = (giftId: string, own?: Partial<ChequeFor>, by = priya) =>
  takeChequeFor(stage.wiring, by, cheque(giftId, own));
const promise = async () => valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true }))).giftId;
const promisedWithCheckout = async () => {
  const giftId = await promise();
  await openSession(stage, giftId);
  return giftId;
};
const promisedLongAgo = async () => {
  const giftId = await promisedWithCheckout();
  await stage.rows("update gifts set created_at = created_at - interval '60 days' where id = $1", [giftId]);
  return giftId;
};
const invoiced = async () => (await invoicedGift(stage, { payLater: true })).giftId;
const givenUp = async () => {
  const { giftId, invoice } = await invoicedGift(stage, { payLater: true });
  await happens(stage, invoice, "give_up");
  return giftId;
};
const bounce = async (giftId: string) => bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId));

describe("a check", () => {
  test("comes for a promise: it is owed no more, and owed again when the check bounces", async () => {
    const giftId = await promise();
    valueIn(await take(giftId));
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    valueIn(await bounce(giftId));
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

  test("of a part of an invoice that was given up ends it: nobody can pay the whole any more, only the rest", async () => {
    const { giftId, invoice } = await invoicedGift(stage, { payLater: true });
    await happens(stage, invoice, "give_up");
    valueIn(await take(giftId, { amount: "40" }));
    expect(newest("invoice")?.status).toBe("void");
    await happens(stage, invoice, "pay_card");
    expect(await balances(stage)).toEqual({ bank: 4_000, available: -4_000, ...owed(6_000) });
    await happens(stage, await openSession(stage, giftId), "pay_card");
    expect(newest("charge")?.amount).toBe(6_000);
    expect(await standingOfGift(stage, giftId)).toBe("paid");
  });

  test("of a part of a given-up invoice without a promise is all that comes, and it comes back like any other", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    await happens(stage, invoice, "give_up");
    valueIn(await take(giftId, { amount: "40" }));
    expect(await balances(stage)).toEqual({ bank: 4_000, available: -4_000 });
    expect(valueIn(await openGift(stage.wiring, donor, { giftId }))).toMatchObject({ standing: "paid", payUrl: null });
    valueIn(await bounce(giftId));
    expect(await balances(stage)).toEqual({});
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

  test("is refused for what is paid, of tomorrow, and from strangers", async () => {
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

  test("of more than the fund takes at once, or of years ago, is refused until somebody says why, or looks again", async () => {
    const giftId = await promise();
    expect(reasonIn(await take(giftId, { amount: "10000.01" }))).toBe("unusual");
    expect(reasonIn(await take(giftId, { amount: "10000.01", whyMore: " " }))).toBe("unusual");
    expect(reasonIn(await take(giftId, { receivedOn: "2024-10-14" }))).toBe("too_long_ago");
    expect(await balances(stage)).toEqual(owed(10_000));
    valueIn(await take(giftId, { amount: "10000.01", whyMore: "A bequest" }));
    expect((await balances(stage)).bank).toBe(1_000_001);
    const [written] = await stage.rows("select id, why_more from gift_cheques");
    expect(written).toMatchObject({ why_more: "A bequest" });
    const [act] = await stage.rows("select evidence from audit_log where transition = 'cheque'");
    expect(act).toEqual({ evidence: written?.id });
  });

  test("may be one of several, each of which comes back by itself", async () => {
    const giftId = await promise();
    valueIn(await take(giftId, { amount: "30", chequeNumber: "1" }));
    valueIn(await take(giftId, { amount: "30", chequeNumber: "2" }));
    expect(await balances(stage)).toEqual({ bank: 6_000, available: -6_000, ...owed(4_000) });
    valueIn(await bounce(giftId));
    expect(await balances(stage)).toEqual({ bank: 3_000, available: -3_000, ...owed(7_000) });
    expect(reasonIn(await bounce(giftId))).toBe("already");
    valueIn(await take(giftId, { amount: "70", chequeNumber: "3" }));
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(reasonIn(await take(giftId))).toBe("nothing_to_pay");
  });

  test("is booked once by a form that is sent twice, also at once; in other words it is refused", async () => {
    const giftId = await promise();
    const form = { amount: "30", formKey: "00000000-0000-4000-8000-0000000000c1" };
    for (const answer of await Promise.all([1, 2, 3].map(() => take(giftId, form)))) valueIn(answer);
    expect(reasonIn(await take(giftId, { ...form, amount: "31" }))).toBe("form_changed");
    expect(await balances(stage)).toMatchObject({ bank: 3_000, ...owed(7_000) });
  });

  test("of a part of an invoice whose answer was lost is entered with another amount: one note, over what is true", async () => {
    const { giftId } = await invoicedGift(stage);
    stage.standIn.loseAnswersTo(/POST credit_notes$/);
    expect(reasonIn(await take(giftId, { amount: "40" }))).toBe("payments_away");
    expect(reasonIn(await take(giftId, { amount: "60" }))).toBe("payments_away");
    stage.standIn.loseAnswersTo(null);
    valueIn(await take(giftId, { amount: "40" }));
    const notes = stage.standIn.list(ACCOUNT, "credit_note").filter(({ status }) => status === "issued");
    expect(notes.map(({ amount }) => amount)).toEqual([4_000]);
    expect(newest("invoice")).toMatchObject({ status: "open", amount_remaining: 6_000 });
    expect(await balances(stage)).toEqual({ bank: 4_000, available: -4_000, ...owed(6_000) });
  });

  test("of the whole after a lost answer over a part marks the invoice as paid and leaves no note", async () => {
    const { giftId } = await invoicedGift(stage, { payLater: true });
    stage.standIn.loseAnswersTo(/POST credit_notes$/);
    expect(reasonIn(await take(giftId, { amount: "40" }))).toBe("payments_away");
    stage.standIn.loseAnswersTo(null);
    valueIn(await take(giftId, { amount: "60" }));
    expect(newest("invoice")).toMatchObject({ status: "open", amount_remaining: 4_000 });
    expect(await balances(stage)).toEqual({ bank: 6_000, available: -6_000, ...owed(4_000) });
  });

  test("whose invoice was marked as paid although the answer was lost is that invoice's, and comes back like it", async () => {
    const { giftId } = await invoicedGift(stage);
    stage.standIn.loseAnswersTo(/POST invoices\/\w+\/pay$/);
    expect(reasonIn(await take(giftId))).toBe("payments_away");
    stage.standIn.loseAnswersTo(null);
    await stage.deliverNew();
    valueIn(await take(giftId));
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
    valueIn(await bounce(giftId));
    expect(await balances(stage)).toEqual(owed(10_000));
  });

  test.each<[string, string, () => Promise<string>, Record<string, number>]>([
    ["the whole of a promise", "100", promisedWithCheckout, { bank: 10_000, available: -10_000 }],
    ["the whole of a promise of long ago", "100", promisedLongAgo, { bank: 10_000, available: -10_000 }],
    ["a part of a promise", "40", promisedWithCheckout, { bank: 4_000, available: -4_000, ...owed(6_000) }],
    ["the whole of an invoice", "100", invoiced, { bank: 10_000, available: -10_000 }],
    ["a part of an invoice", "40", invoiced, { bank: 4_000, available: -4_000, ...owed(6_000) }],
    ["a part of an invoice that was given up", "40", givenUp, { bank: 4_000, available: -4_000, ...owed(6_000) }],
  ])(
    "over %s is not half written down when Stripe's last answer is lost: entered anew, it is booked once",
    async (...row) => {
      const [, amount, prepare, booked] = row;
      const giftId = await prepare();
      const before = await balances(stage);
      const form = (last: number) => ({ amount, formKey: `00000000-0000-4000-8000-0000000000c${last}` });
      expect(reasonIn(await losingQuestion(stage, 2, () => take(giftId, form(1))))).toBe("payments_away");
      expect(await stage.rows("select number from gift_cheques")).toEqual([]);
      expect(await balances(stage)).toEqual(before);
      await stage.deliverNew();
      // the page has given the form another number
      valueIn(await take(giftId, form(2)));
      expect(await balances(stage)).toEqual(booked);
      expect(await stage.rows("select number from gift_cheques")).toEqual([{ number: "4471" }]);
      const notes = stage.standIn.list(ACCOUNT, "credit_note").filter(({ status }) => status === "issued");
      expect(notes.length).toBeLessThanOrEqual(1);
      await stage.deliverNew();
      expect(await balances(stage)).toEqual(booked);
    },
  );

  test("is one of two from two desks at once: neither is lost", async () => {
    const giftId = await promise();
    const desks = await Promise.all(["1", "2"].map((chequeNumber) => take(giftId, { amount: "50", chequeNumber })));
    for (const desk of desks) valueIn(desk);
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
  });
});

describe("a check that comes back", () => {
  test("lets the invoice that it had lowered ask for all again", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    valueIn(await take(giftId, { amount: "40" }));
    expect(newest("invoice")?.amount_remaining).toBe(6_000);
    valueIn(await bounce(giftId));
    expect(newest("credit_note")?.status).toBe("void");
    expect(newest("invoice")).toMatchObject({ status: "open", amount_remaining: 10_000 });
    expect(await balances(stage)).toEqual(owed(10_000));
    // and a second check of the same sum lowers it by a note of its own
    valueIn(await take(giftId, { amount: "40", chequeNumber: "4472" }));
    expect(stage.standIn.list(ACCOUNT, "credit_note").map(({ status }) => status)).toEqual(["void", "issued"]);
    expect(await stage.deliverNew()).not.toContain("ignored");
    await happens(stage, invoice, "pay_card");
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect(await balances(stage)).toMatchObject({ bank: 4_000, stripe: 6_000 - 204 });
  });

  test("after the rest of its invoice was paid by card leaves its part owed as a promise", async () => {
    const { giftId, invoice } = await invoicedGift(stage);
    valueIn(await take(giftId, { amount: "40" }));
    await happens(stage, invoice, "pay_card");
    valueIn(await bounce(giftId));
    expect(newest("credit_note")?.status).toBe("issued");
    expect(await balances(stage)).toMatchObject(owed(4_000));
    expect(await standingOfGift(stage, giftId)).toBe("pledged");
    await happens(stage, await openSession(stage, giftId), "pay_card");
    expect(newest("charge")?.amount).toBe(4_000);
    expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect((await balances(stage)).owed).toBeUndefined();
  });

  test("after it had paid the whole invoice is owed again, by another check, another invoice, or no more", async () => {
    const settled = async () => {
      const { giftId } = await invoicedGift(stage);
      valueIn(await take(giftId));
      valueIn(await bounce(giftId));
      expect(await balances(stage)).toEqual(owed(10_000));
      return giftId;
    };
    valueIn(await endPromise(stage.wiring, ines, { giftId: await settled() }));
    expect(await balances(stage)).toEqual({});
    const again = await settled();
    valueIn(await invoiceGift(stage.wiring, donor, anInvoice(again)));
    expect(newest("invoice")).toMatchObject({ status: "open", amount_remaining: 10_000 });
    await happens(stage, newest("invoice")?.id ?? "", "pay_card");
    expect(await balances(stage)).toMatchObject({ stripe: 9_680, available: -9_680 });
    expect((await balances(stage)).owed).toBeUndefined();
    await stage.clear();
    valueIn(await take(await settled(), { chequeNumber: "4472" }));
    expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
  });

  test("while Stripe does not answer stays as it was", async () => {
    const { giftId } = await invoicedGift(stage);
    valueIn(await take(giftId, { amount: "40" }));
    const before = await balances(stage);
    stage.standIn.loseAnswersTo(/credit_notes\/\w+\/void$/);
    expect(reasonIn(await bounce(giftId))).toBe("payments_away");
    expect(await balances(stage)).toEqual(before);
    stage.standIn.loseAnswersTo(null);
    // the note's end is heard, the question after it is not
    expect(reasonIn(await losingQuestion(stage, 1, () => bounce(giftId)))).toBe("payments_away");
    expect(await balances(stage)).toEqual(before);
    valueIn(await bounce(giftId));
    expect(await balances(stage)).toEqual(owed(10_000));
  });

  test("is taken down by admins of this school only", async () => {
    const giftId = await promise();
    valueIn(await take(giftId));
    const theirs = await chequeOf(stage, giftId);
    expect(reasonIn(await bounceCheque(stage.wiring, ines, theirs))).toBe("not_permitted");
    expect(reasonIn(await bounceCheque(stage.wiring, castActor(cast.walter), theirs))).toBe("not_found");
    expect(reasonIn(await bounceCheque(stage.wiring, priya, { ...theirs, giftId: NOBODY }))).toBe("not_found");
  });
});

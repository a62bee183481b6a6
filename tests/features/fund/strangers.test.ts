import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openFund } from "~/features/fund/open-fund.server";
import { openFundGift } from "~/features/fund/open-fund-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { openGifts } from "~/features/fund/open-gifts.server";
import { openGive } from "~/features/fund/open-give.server";
import { openNeeds } from "~/features/fund/open-needs.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { startGift } from "~/features/fund/start-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  aWish,
  balances,
  donor,
  type FundStage,
  invoicedGift,
  openFundStage,
  openGiftCheckout,
  paidGift,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { harbor } = sampleSchools;
/** Somebody with the link of another school. */
const elsewhere = { ...donor, ...harbor, subjectId: harbor.schoolId };
const payWish = (giftId: string) => ({
  giftId,
  title: "Bus passes",
  returnUrl: "http://localhost:3000",
  language: "en",
});

describe("a gift of this school", () => {
  const strangers = [
    ["the bearer of another school's link", elsewhere],
    ["a mentor of another organization", castActor(cast.maya)],
  ] as const;

  test.each(strangers)("is not there for %s: neither read, paid, invoiced nor taken back", async (_who, stranger) => {
    const { giftId } = await openGiftCheckout(stage);
    const invoiced = await invoicedGift(stage);
    expect(reasonIn(await openGift(stage.wiring, stranger, { giftId }))).toBe("not_found");
    expect(reasonIn(await payGift(stage.wiring, stranger, payWish(giftId)))).toBe("not_found");
    expect(reasonIn(await invoiceGift(stage.wiring, stranger, anInvoice(giftId)))).toBe("not_found");
    expect(reasonIn(await voidInvoice(stage.wiring, stranger, { giftId: invoiced.giftId }))).toBe("not_found");
  });

  test("does not show in another school's fund, nor do its entries; advisors see no fund at all", async () => {
    const { giftId } = await paidGift(stage);
    const malik = castActor(cast.malik);
    const { waiting, balances: theirs } = valueIn(await openFund(stage.wiring, malik));
    const nothing = { proposed: 0, approved: 0, gifts: 0, differences: 0 };
    expect([waiting, theirs, valueIn(await openGifts(stage.wiring, malik)).gifts]).toEqual([nothing, [], []]);
    expect(reasonIn(await openFundGift(stage.wiring, malik, { giftId }))).toBe("not_found");
    expect(valueIn(await listFundEntries(stage.wiring, malik, { giftId })).lines).toEqual([]);
    for (const open of [openFund, openGifts, openNeeds])
      expect(reasonIn(await open(stage.wiring, castActor(cast.tom)))).toBe("not_permitted");
    expect(reasonIn(await openFundGift(stage.wiring, castActor(cast.tom), { giftId }))).toBe("not_permitted");
    expect(reasonIn(await listFundEntries(stage.wiring, castActor(cast.tom), { giftId }))).toBe("not_permitted");
  });
});

test("a link for donors opens its own school's fund, whatever school the form names", async () => {
  const wish = aWish({ schoolId: harbor.schoolId });
  expect(valueIn(await startGift(stage.wiring, donor, wish)).schoolId).toBe(donor.schoolId);
  expect(valueIn(await openGive(stage.wiring, elsewhere)).funds).toEqual([]);
  const forged = { ...donor, ...harbor };
  expect(reasonIn(await startGift(stage.wiring, forged, wish))).toBe("not_permitted");
});

test("a donor with more than a hundred gifts opens each of them", async () => {
  const mentor = castActor(cast.ingrid);
  const { giftId } = valueIn(await startGift(stage.wiring, mentor, aWish()));
  await stage.rows(
    `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, organisation_id, origin, created_at)
     select school_id, district_id, book, purpose, minor, currency, way, organisation_id, origin, created_at + interval '1 hour'
     from gifts, generate_series(1, 120) where id = $1`,
    [giftId],
  );
  expect(valueIn(await openGift(stage.wiring, mentor, { giftId })).minor).toBe(10_000);
});

test("a gift is opened by the link it was given through, not by another link of the same school that knows its id", async () => {
  const { giftId } = await openGiftCheckout(stage);
  const another = { ...donor, linkId: "00000000-0000-4000-8000-00000000000a" };
  expect(reasonIn(await openGift(stage.wiring, another, { giftId }))).toBe("not_found");
  expect(reasonIn(await payGift(stage.wiring, another, payWish(giftId)))).toBe("not_found");
  expect(reasonIn(await voidInvoice(stage.wiring, another, { giftId }))).toBe("not_found");
  valueIn(await openGift(stage.wiring, donor, { giftId }));
});

test("one link makes no more than 300 gifts in an hour, and other links go on", async () => {
  const busy = { ...donor, linkId: "00000000-0000-4000-8000-00000000000b" };
  await stage.rows("insert into identity.rate_limits (key, points, expire) values ($1, 300, $2)", [
    `give-link:${busy.linkId}`,
    Date.now() + 3_600_000,
  ]);
  expect(reasonIn(await startGift(stage.wiring, busy, aWish()))).toBe("too_many");
  valueIn(await startGift(stage.wiring, donor, aWish()));
});

test("a form that is sent twice makes one gift", async () => {
  const wish = aWish({ payLater: true, formKey: "00000000-0000-4000-8000-00000000000c" });
  const gifts = await Promise.all([1, 2, 3].map(() => startGift(stage.wiring, donor, wish)));
  expect(new Set(gifts.map((gift) => valueIn(gift).giftId)).size).toBe(1);
  expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
});

test("a link used again and again makes gifts that are worth nothing until each is paid", async () => {
  const gifts = await Promise.all([1, 2, 3].map(() => startGift(stage.wiring, donor, aWish())));
  expect(new Set(gifts.map((gift) => valueIn(gift).giftId)).size).toBe(3);
  expect(await balances(stage)).toEqual({});
});

test("two tabs, one of which pays: the other is told that nothing is left to pay, before and after the event", async () => {
  const { giftId, session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  expect(reasonIn(await payGift(stage.wiring, donor, payWish(giftId)))).toBe("nothing_to_pay");
  expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("nothing_to_pay");
  await stage.deliverNew();
  expect(reasonIn(await payGift(stage.wiring, donor, payWish(giftId)))).toBe("nothing_to_pay");
  expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
});

describe("mails to addresses that nobody has confirmed", () => {
  const promise = (mail: string, by: Parameters<typeof startGift>[1] = donor) =>
    startGift(stage.wiring, by, aWish({ payLater: true, donorMail: mail }));
  /** As many promises as are mailed; each goes to an address of its own. */
  const promises = async (count: number) => {
    for (let nth = 0; nth < count; nth++) valueIn(await promise(`stranger${nth}@example.org`));
  };
  const mailed = async () => (await stage.rows("select id from mails")).length;

  test("go out 20 times an hour through one link, by promise and by invoice; other links and gifts without a mail go on", async () => {
    const { giftId } = await openGiftCheckout(stage);
    await promises(20);
    const refusal = await promise("one.more@example.org");
    expect(refusal).toEqual({ ok: false, reason: "too_many_mails", detail: { count: 1 } });
    expect(await mailed()).toBe(20);
    expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("too_many_mails");
    expect(stage.standIn.list(ACCOUNT, "invoice")).toEqual([]);
    valueIn(await promise(""));
    valueIn(await startGift(stage.wiring, donor, aWish()));
    valueIn(await promise("one.more@example.org", { ...donor, linkId: "00000000-0000-4000-8000-00000000000d" }));
    expect(await mailed()).toBe(21);
  });

  test("go out 60 times a day through one link", async () => {
    for (let hour = 0; hour < 3; hour++) {
      await promises(20);
      await stage.rows("delete from identity.rate_limits where key ~ '^donor-mail:|^donor-mail-to:'");
    }
    const refusal = await promise("one.more@example.org");
    expect(refusal).toEqual({ ok: false, reason: "too_many_mails", detail: { count: 24 } });
    expect(await mailed()).toBe(60);
  });

  test("go to one address five times a day, whoever types it, and however it is written", async () => {
    const links = [..."abcde"].map((last) => ({ ...donor, linkId: `00000000-0000-4000-8000-00000000000${last}` }));
    for (const link of links) valueIn(await promise("victim@example.org", link));
    expect(reasonIn(await promise(" Victim@Example.org", castActor(cast.maya)))).toBe("too_many_mails");
    expect(await mailed()).toBe(5);
    const keys = await stage.rows<{ key: string }>("select key from identity.rate_limits");
    expect(keys.map(({ key }) => key).join(" ")).not.toContain("victim");
  });

  test("count once for a form that comes twice at once", async () => {
    const formKey = "00000000-0000-4000-8000-0000000000f0";
    const wish = aWish({ payLater: true, donorMail: "bo@example.org", formKey });
    const gifts = await Promise.all([1, 2].map(() => startGift(stage.wiring, donor, wish)));
    expect(new Set(gifts.map((gift) => valueIn(gift).giftId)).size).toBe(1);
    const counts = await stage.rows("select points from identity.rate_limits where key ~ '^donor-mail'");
    expect(counts).toEqual([{ points: 1 }, { points: 1 }, { points: 1 }]);
  });

  test("reach the last one with a second click, of a promise and of an invoice: it is answered as the first, and one mail goes", async () => {
    const send = async (nth: number) => {
      const formKey = `00000000-0000-4000-8000-0000000000f${nth}`;
      const wish = aWish({ payLater: true, donorMail: "bo@example.org", formKey });
      return Promise.all([1, 2].map(() => startGift(stage.wiring, donor, wish)));
    };
    const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish()));
    for (let nth = 0; nth < 4; nth++) await send(nth);
    const asked = anInvoice(giftId);
    const ask = () => invoiceGift(stage.wiring, donor, asked);
    for (const answer of await Promise.all([1, 2].map(ask))) valueIn(answer);
    valueIn(await ask());
    expect(stage.standIn.list(ACCOUNT, "invoice")).toHaveLength(1);
    await stage.rows("delete from identity.rate_limits");
    for (let nth = 0; nth < 4; nth++) valueIn(await promise("bo@example.org"));
    const ids = (await send(4)).map((gift) => valueIn(gift).giftId);
    expect([new Set(ids).size, (await send(4)).map((gift) => valueIn(gift).giftId)]).toEqual([1, ids]);
    expect(reasonIn(await promise("bo@example.org"))).toBe("too_many_mails");
    expect(await mailed()).toBe(9);
  });

  test("count for a mentor as for a link", async () => {
    const maya = castActor(cast.maya);
    for (let nth = 0; nth < 20; nth++) valueIn(await promise(`stranger${nth}@example.org`, maya));
    expect(reasonIn(await promise("one.more@example.org", maya))).toBe("too_many_mails");
  });
});

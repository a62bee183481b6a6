import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { standInSecret } from "~/domain/fund/stand-in-account";
import { receiveEvent } from "~/features/fund/receive-event.server";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { signEvent } from "~/payments/stripe.server";
import { sampleSchools } from "~db/cast";
import {
  ACCOUNT,
  balances,
  type FundStage,
  happens,
  openFundStage,
  openGiftCheckout,
  paidGift,
  standingOfGift,
} from "../../support/fund";
import { countRows } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage({ connections: 24 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { schoolId } = sampleSchools.lakeview;
const count = (table: string) => countRows(stage as never, table);

test("20 events, 20 copies of each, all at once: 20 effects", async () => {
  const events = [];
  for (let gift = 0; gift < 20; gift++) {
    const { session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    events.push(stage.standIn.events.at(-1) as StandInEvent);
  }
  const effects = await Promise.all(events.flatMap((event) => Array.from({ length: 20 }, () => stage.deliver(event))));
  expect(effects.filter((effect) => effect === "applied")).toHaveLength(20);
  expect(effects.filter((effect) => effect === "repeated")).toHaveLength(380);
  expect(await count("stripe_events")).toBe(20);
  expect(await count("fund_entries")).toBe(20);
  expect(await balances(stage)).toEqual({ stripe: 193_600, fees: 6_400, released: -6_400, available: -193_600 });
});

test("an event about a gift of which the account knows one checkout and not another is applied", async () => {
  const { giftId, session } = await openGiftCheckout(stage);
  await stage.rows(
    "insert into gift_references (school_id, book, reference, gift_id) values ($1, 'test', 'cs_of_another_account', $2)",
    [schoolId, giftId],
  );
  expect(await happens(stage, session, "pay_card")).toEqual(["applied", "applied"]);
  expect(await standingOfGift(stage, giftId)).toBe("paid");
});

test("an event about a gift of which the account knows nothing any more is taken, not asked for again forever", async () => {
  const { giftId } = await paidGift(stage);
  const before = await balances(stage);
  const event = stage.standIn.events.at(-1) as StandInEvent;
  stage.standIn.forget();
  const again = { ...event, body: event.body.replace(/"id": "evt_\w+"/, '"id": "evt_later"') };
  expect(await stage.deliver(again)).toBe("ignored");
  expect([await balances(stage), await standingOfGift(stage, giftId)]).toEqual([before, "paid"]);
});

test("a payout in another currency than the fund's is in no entry", async () => {
  await paidGift(stage);
  const before = await balances(stage);
  stage.standIn.payOutForeign(ACCOUNT, 70_000, "mxn");
  expect(await stage.deliverNew()).toEqual(["ignored"]);
  expect(await balances(stage)).toEqual(before);
});

test("a payout equals its line at the bank, and one that fails afterwards comes back", async () => {
  await paidGift(stage);
  const payout = stage.standIn.payOut(ACCOUNT);
  await stage.deliverNew();
  expect((await balances(stage)).bank).toBe(payout?.amount);
  await happens(stage, payout?.id ?? "", "fail_payout");
  expect(await balances(stage)).toMatchObject({ available: -9_680, stripe: 9_680 });
});

test("an event of something that is no gift of ours, or of a kind nobody knows, changes nothing and is taken", async () => {
  const odd = (id: string, type: string, object: object): StandInEvent => ({
    id,
    account: ACCOUNT,
    body: JSON.stringify({ id, object: "event", type, livemode: false, created: 1, data: { object } }),
  });
  expect(await stage.deliver(odd("evt_a", "product.created", { id: "prod_1", object: "product" }))).toBe("ignored");
  expect(await stage.deliver(odd("evt_b", "charge.updated", { id: "ch_1", object: "charge" }))).toBe("ignored");
  expect(await stage.deliver(odd("evt_b", "charge.updated", { id: "ch_1", object: "charge" }))).toBe("repeated");
  expect(await count("fund_entries")).toBe(0);
});

test("a payment that somebody else made at the account, with our word for something that is no id, is taken", async () => {
  stage.standIn.payElsewhere(ACCOUNT, 1_200);
  const intent = stage.standIn.list(ACCOUNT, "payment_intent").at(-1);
  Object.assign(intent ?? {}, { metadata: { gift: "-".repeat(36) } });
  expect(await stage.deliverNew()).toEqual(["ignored"]);
  expect(await count("fund_entries")).toBe(0);
});

test("only these bytes, signed with this school's secret and not long ago, are taken", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  const payload = stage.standIn.events.at(-1)?.body ?? "";
  const now = stage.wiring.clock.now();
  const sign = (secret: string, at = now) => signEvent({ payload, secret, now: at });
  const receive = async (asked: { payload?: string; signature: string; schoolId?: string }) => {
    const outcome = await receiveEvent(stage.wiring, { schoolId, payload, ...asked });
    return outcome.ok ? outcome.value.effect : outcome.reason;
  };
  const right = sign(standInSecret(schoolId));
  expect(await receive({ signature: "" })).toBe("not_signed");
  expect(await receive({ signature: "t=1,v1=zz" })).toBe("not_signed");
  expect(await receive({ signature: sign("whsec_somebody_else") })).toBe("not_signed");
  expect(await receive({ signature: right, payload: payload.replace("completed", "complete") })).toBe("not_signed");
  expect(await receive({ signature: right, payload: `${payload} ` })).toBe("not_signed");
  expect(await receive({ signature: right, schoolId: sampleSchools.harbor.schoolId })).toBe("not_signed");
  expect(await receive({ signature: sign(standInSecret(schoolId), new Date(now.getTime() - 400_000)) })).toBe(
    "not_signed",
  );
  expect(await receive({ signature: right })).toBe("applied");
});

test("an event that says it is about money is not taken by the book in which things are tried out", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  const event = stage.standIn.events.at(-1) as StandInEvent;
  const live = { ...event, body: event.body.replace('"livemode": false', '"livemode": true') };
  expect(await stage.deliver(live)).toBe("not_signed");
});

test("while Stripe does not answer an event is not taken, and does its work when it comes again", async () => {
  const { session } = await openGiftCheckout(stage);
  stage.standIn.act(ACCOUNT, session, "pay_card");
  const event = stage.standIn.events.at(-1) as StandInEvent;
  const { payments } = stage.wiring;
  if (!payments) throw new Error("no payments");
  stage.wiring.payments = { ...payments, readGift: async () => ({ ok: false, reason: "unavailable" }) };
  expect(await stage.deliver(event)).toBe("unavailable");
  expect(await count("stripe_events")).toBe(0);
  stage.wiring.payments = payments;
  expect(await stage.deliver(event)).toBe("applied");
});

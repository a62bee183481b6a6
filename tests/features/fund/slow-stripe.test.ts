import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkFund } from "~/features/fund/check-fund.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { openFund } from "~/features/fund/open-fund.server";
import { openGift } from "~/features/fund/open-gift.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  balances,
  donor,
  type FundStage,
  happens,
  openFundStage,
  openGiftCheckout,
  paidGift,
  standingOfGift,
} from "../../support/fund";
import { reasonIn, valueIn } from "../../support/stage";

const PAGES = 3;
const ASKING = 2;
let stage: FundStage;
let release = () => {};
beforeAll(async () => {
  // Opening a connection takes its time too on a busy machine, and counts.
  stage = await openFundStage({ connections: PAGES, stripe: { max: ASKING, waitMs: 1_500 } });
});
beforeEach(() => stage.clear());
afterEach(() => release());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const aCheque = {
  purpose: "transit",
  amount: "5",
  donorName: "Ada",
  chequeNumber: "1",
  receivedOn: "2026-10-14",
} as const;

/** Stripe does what it is asked and answers nothing about these paths until it is let. */
function slow(path: RegExp, most?: number) {
  const held = stage.standIn.hold(path, most);
  release = held.release;
  return held;
}

/** Resolves when a transaction waits for another one's lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = "select 1 from pg_locks where locktype = 'advisory' and not granted";
  while ((await stage.rows(waiting)).length === 0);
}

/** What the first so many of them answer. */
function firstOf<Answer>(asked: readonly Promise<Answer>[], count: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  return new Promise((resolve, reject) => {
    for (const one of asked)
      one.then((answer) => {
        answers.push(answer);
        if (answers.length === count) resolve([...answers]);
      }, reject);
  });
}

/** So many gifts are paid, each by a checkout of its own; answers their ids and the events that tell of it. */
async function paidAtStripe(count: number): Promise<{ giftIds: string[]; events: StandInEvent[] }> {
  const giftIds: string[] = [];
  const events: StandInEvent[] = [];
  for (let gift = 0; gift < count; gift++) {
    const { giftId, session } = await openGiftCheckout(stage);
    stage.standIn.act(ACCOUNT, session, "pay_card");
    giftIds.push(giftId);
    events.push(stage.standIn.events.at(-1) as StandInEvent);
  }
  return { giftIds, events };
}

describe("while Stripe does not answer", () => {
  test("more events at once than there are connections hold up no page, and none of them is lost", async () => {
    const { giftIds, events } = await paidAtStripe(PAGES + ASKING + 1);
    const held = slow(/checkout\/sessions\//);
    const deliveries = events.map((event) => stage.deliver(event));
    await held.waiting(ASKING);
    expect(valueIn(await openFund(stage.wiring, ines)).book).toBe("test");
    valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
    valueIn(await recordCheque(stage.wiring, priya, aCheque));
    // who found every connection taken is told to come again, and does
    const early = await firstOf(deliveries, events.length - ASKING);
    expect(new Set(early)).toEqual(new Set(["unavailable"]));
    release();
    const effects = await Promise.all(deliveries);
    expect(effects.filter((effect) => effect === "applied")).toHaveLength(ASKING);
    for (const event of events) expect(await stage.deliver(event)).toMatch(/applied|repeated/);
    for (const giftId of giftIds) expect(await standingOfGift(stage, giftId)).toBe("paid");
    expect((await balances(stage)).stripe).toBe(giftIds.length * 9_680);
  });

  test("whoever waits for the same gift holds up no page either, and is told to come again", async () => {
    const { giftIds, events } = await paidAtStripe(1);
    const [giftId = ""] = giftIds;
    const held = slow(/GET charges/);
    const delivery = stage.deliver(events[0] as StandInEvent);
    await held.waiting(1);
    const pay = { giftId, title: "Bus passes", returnUrl: "http://localhost:3000/give", language: "en" };
    const clicks = Array.from({ length: PAGES + ASKING }, (_, at) =>
      at % 2 === 0 ? payGift(stage.wiring, donor, pay) : forgetDonor(stage.wiring, priya, { giftId }),
    );
    expect(valueIn(await openFund(stage.wiring, ines)).book).toBe("test");
    const told = await Promise.race(clicks);
    expect(reasonIn(told)).toBe("payments_away");
    release();
    expect(await delivery).toBe("applied");
    await Promise.all(clicks);
  });

  test("the page of a gift that somebody holds opens", async () => {
    const { giftId, session } = await openGiftCheckout(stage);
    await happens(stage, session, "expire");
    const held = slow(/POST checkout\/sessions$/);
    const pay = { giftId, title: "Bus passes", returnUrl: "http://localhost:3000/give", language: "en" };
    const paying = payGift(stage.wiring, donor, pay);
    await held.waiting(1);
    expect(valueIn(await openGift(stage.wiring, donor, { giftId })).standing).toBe("open");
    release();
    expect(valueIn(await paying).url).toContain("/pay/cs_");
  });

  test("a gift's own page opens without an address to pay at", async () => {
    const { giftId } = await openGiftCheckout(stage);
    slow(/GET checkout\/sessions/);
    const page = valueIn(await openGift(stage.wiring, donor, { giftId }));
    expect(page).toMatchObject({ standing: "open", isPayable: true, payUrl: null });
    release();
    expect(valueIn(await openGift(stage.wiring, donor, { giftId })).payUrl).toContain("/pay/cs_");
  });

  test("about a payout, the desks of the fund go on", async () => {
    await paidGift(stage);
    const before = stage.standIn.events.length;
    stage.standIn.payOut(ACCOUNT);
    const held = slow(/GET payouts\//);
    const delivery = stage.deliver(stage.standIn.events[before] as StandInEvent);
    await held.waiting(1);
    valueIn(await recordCheque(stage.wiring, priya, aCheque));
    expect((await balances(stage)).bank).toBe(500);
    release();
    expect(await delivery).toBe("applied");
    expect((await balances(stage)).bank).toBe(9_680 + 500);
  });

  test("an older answer about a payout never follows a newer one", async () => {
    await paidGift(stage);
    const before = stage.standIn.events.length;
    const payout = stage.standIn.payOut(ACCOUNT)?.id ?? "";
    const held = slow(/GET payouts\//, 1);
    const older = stage.deliver(stage.standIn.events[before] as StandInEvent);
    await held.waiting(1);
    stage.standIn.act(ACCOUNT, payout, "fail_payout");
    const newer = stage.deliver(stage.standIn.events.at(-1) as StandInEvent);
    await Promise.race([newer, somebodyWaits()]);
    release();
    expect(await Promise.all([older, newer])).toEqual(["applied", "applied"]);
    expect(await balances(stage)).toMatchObject({ stripe: 9_680, available: -9_680 });
    expect((await balances(stage)).bank).toBeUndefined();
  });
});

test("everything at once about the same gifts and the same payout comes to an end", async () => {
  const { giftIds, events } = await paidAtStripe(2);
  const before = stage.standIn.events.length;
  stage.standIn.payOut(ACCOUNT);
  const all = [...events, ...stage.standIn.events.slice(before)];
  const [giftId = ""] = giftIds;
  const promised = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true }))).giftId;
  const everything = [1, 2].flatMap((at) => [
    ...all.map((event) => stage.deliver(event)),
    checkFund(stage.wiring, ines),
    recordCheque(stage.wiring, priya, { ...aCheque, chequeNumber: `${at}` }),
    takeChequeFor(stage.wiring, priya, { ...aCheque, giftId: promised, amount: "1", chequeNumber: `${at}` }),
    openGift(stage.wiring, donor, { giftId }),
  ]);
  await Promise.all(everything);
  for (const event of all) expect(await stage.deliver(event)).toMatch(/applied|repeated|ignored/);
  valueIn(await checkFund(stage.wiring, ines));
  expect((await balances(stage)).available).toBeLessThan(0);
  const sum = Object.values(await balances(stage)).reduce((total, minor) => total + minor, 0);
  expect(sum).toBe(0);
  stage.wiring.lines.length = 0;
});

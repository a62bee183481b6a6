import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import type { StandInObject } from "~/payments/stand-in/objects";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  anInvoice,
  balances,
  chequeOf,
  donor,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openSession,
} from "../../support/fund";
import { enterCheck, payFor, promiseOf } from "../../support/fund-asks";
import { reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterEach(() => {
  stage.standIn.breakOver(null);
  stage.wiring.lines.length = 0;
});
afterAll(() => stage.close());

const priya = castActor(cast.priya);
const of = (object: string) => stage.standIn.list(ACCOUNT, object);
const statuses = (objects: readonly StandInObject[]) => objects.map(({ status }) => status);
const promise = () => promiseOf(stage);
const pay = (giftId: string) => payFor(stage, giftId);
const check = (giftId: string, amount: string) => enterCheck(stage, { giftId, amount });

/** What is asked of Stripe, whose answer breaks down, and what has to be there once it was asked for until it is done. */
const ASKED: [
  string,
  RegExp,
  () => Promise<{ ask: () => Promise<{ ok: boolean }>; see: () => Promise<void> | void }>,
][] = [
  [
    "a checkout",
    /POST checkout\/sessions$/,
    async () => {
      const giftId = await promise();
      return { ask: () => pay(giftId), see: async () => expect(await openSession(stage, giftId)).toMatch(/^cs_/) };
    },
  ],
  [
    "the end of a checkout",
    /POST checkout\/sessions\/\w+\/expire$/,
    async () => {
      const giftId = await promise();
      await openSession(stage, giftId);
      const see = () => expect(statuses(of("checkout.session"))).toEqual(["expired"]);
      return { ask: () => invoiceGift(stage.wiring, donor, anInvoice(giftId)), see };
    },
  ],
  ...(["customers$", "invoices$", "invoiceitems$", "invoices/\\w+/finalize$", "invoices/\\w+/send$"] as const).map(
    (path): (typeof ASKED)[number] => [
      `an invoice (${path})`,
      new RegExp(`POST ${path}`),
      async () => {
        const giftId = await promise();
        const see = () => {
          const sent = of("invoice").filter(({ status }) => status !== "draft");
          expect(sent).toMatchObject([{ status: "open", amount_due: 10_000 }]);
        };
        return { ask: () => invoiceGift(stage.wiring, donor, anInvoice(giftId)), see };
      },
    ],
  ),
  [
    "an invoice's end",
    /POST invoices\/\w+\/void$/,
    async () => {
      const { giftId } = await invoicedGift(stage);
      const see = () => expect(statuses(of("invoice"))).toEqual(["void"]);
      return { ask: () => voidInvoice(stage.wiring, donor, { giftId }), see };
    },
  ],
  [
    "that an invoice is paid",
    /POST invoices\/\w+\/pay$/,
    async () => {
      const { giftId } = await invoicedGift(stage);
      const see = async () => {
        expect(statuses(of("invoice"))).toEqual(["paid"]);
        expect(await balances(stage)).toEqual({ bank: 10_000, available: -10_000 });
      };
      return { ask: () => check(giftId, "100"), see };
    },
  ],
  [
    "a note",
    /POST credit_notes$/,
    async () => {
      const { giftId } = await invoicedGift(stage);
      const see = async () => {
        expect(of("credit_note")).toMatchObject([{ amount: 4_000, status: "issued" }]);
        expect(of("invoice")).toMatchObject([{ amount_remaining: 6_000 }]);
        expect(await balances(stage)).toMatchObject({ bank: 4_000, owed: 6_000 });
      };
      return { ask: () => check(giftId, "40"), see };
    },
  ],
  [
    "a note's end",
    /POST credit_notes\/\w+\/void$/,
    async () => {
      const { giftId } = await invoicedGift(stage);
      valueIn(await check(giftId, "40"));
      const see = async () => {
        expect(statuses(of("credit_note"))).toEqual(["void"]);
        expect(await balances(stage)).toMatchObject({ owed: 10_000 });
      };
      return { ask: async () => bounceCheque(stage.wiring, priya, await chequeOf(stage, giftId)), see };
    },
  ],
];

test("a draft that an earlier try left is gone once another one is made, keeps nobody from paying, and the payment is booked", async () => {
  const giftId = await promise();
  stage.standIn.breakOver(/POST invoices\/\w+\/finalize$/, "before");
  expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("payments_away");
  expect(statuses(of("invoice"))).toEqual(["draft"]);
  stage.standIn.breakOver(null);
  valueIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId, { purchaseOrder: "PO 4712" })));
  const [sent, ...more] = of("invoice");
  expect([sent, more]).toMatchObject([{ status: "open", custom_fields: { 0: { value: "PO 4712" } } }, []]);
  if (!sent) throw new Error("nothing was sent");
  await stage.deliverNew();
  expect(valueIn(await openGift(stage.wiring, donor, { giftId })).payUrl).toBe(sent.hosted_invoice_url);
  expect(await happens(stage, sent.id, "pay_card")).not.toContain("ignored");
  expect(await balances(stage)).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
  expect(valueIn(await checkFund(stage.wiring, priya)).found).toBe(0);
});

/** A promise of which Stripe knew the draft of an invoice alone, which somebody deleted there. */
const withDeletedDraft = async () => {
  const giftId = await promise();
  stage.standIn.breakOver(/POST invoices\/\w+\/finalize$/, "before");
  expect(reasonIn(await invoiceGift(stage.wiring, donor, anInvoice(giftId)))).toBe("payments_away");
  stage.standIn.breakOver(null);
  const [left] = of("invoice");
  if (left?.status !== "draft") throw new Error("no draft was left");
  left.account = "deleted";
  return giftId;
};

test.each<[string, (giftId: string) => Promise<{ ok: boolean }>, object]>([
  ["paid", pay, { owed: 10_000, pledged: -10_000 }],
  ["invoiced", (giftId) => invoiceGift(stage.wiring, donor, anInvoice(giftId)), { owed: 10_000, pledged: -10_000 }],
  ["met by a check", (giftId) => check(giftId, "100"), { bank: 10_000, available: -10_000 }],
  ["ended", (giftId) => endPromise(stage.wiring, priya, { giftId }), {}],
])(
  "a promise whose only draft was deleted at Stripe can be %s, and the check finds nothing missing",
  async (_, ask, books) => {
    const giftId = await withDeletedDraft();
    expect(valueIn(await checkFund(stage.wiring, priya)).found).toBe(0);
    expect(await ask(giftId)).toMatchObject({ ok: true });
    expect(await balances(stage)).toEqual(books);
  },
);

test("a draft that is deleted at Stripe while it is to go out makes room for another one, which goes out", async () => {
  const giftId = await promise();
  const { payments } = stage.wiring;
  if (!payments) throw new Error("nobody takes payments");
  let deleted = 0;
  const wiring = (times: number) => ({
    ...stage.wiring,
    payments: {
      ...payments,
      draftInvoice: async (...asked: Parameters<typeof payments.draftInvoice>) => {
        const drafted = await payments.draftInvoice(...asked);
        const draft = of("invoice").at(-1);
        if (draft && deleted++ < times) draft.account = "deleted";
        return drafted;
      },
    },
  });
  expect(reasonIn(await invoiceGift(wiring(2), donor, anInvoice(giftId)))).toBe("stripe_refused");
  deleted = 0;
  valueIn(await invoiceGift(wiring(1), donor, anInvoice(giftId)));
  expect(of("invoice")).toMatchObject([{ status: "open", amount_due: 10_000 }]);
  expect(timesMailed()).toBe(1);
  expect(await balances(stage)).toEqual({ owed: 10_000, pledged: -10_000 });
});

/** How often Stripe mailed the newest invoice. */
const timesMailed = () => {
  const { id } = of("invoice").at(-1) ?? {};
  return stage.standIn.seen.filter(({ path, status }) => path.endsWith(`${id}/send`) && status === 200).length;
};
const page = async (giftId: string) => valueIn(await openGift(stage.wiring, donor, { giftId }));

test("an invoice that Stripe made final and did not mail is not said to be on its way, and is mailed once by asking again", async () => {
  const giftId = await promise();
  stage.standIn.breakOver(/POST invoices\/\w+\/send$/, "before");
  const ask = () => invoiceGift(stage.wiring, donor, anInvoice(giftId));
  expect(reasonIn(await ask())).toBe("payments_away");
  await stage.deliverNew();
  expect(await page(giftId)).toMatchObject({ standing: "invoiced", isMailed: false, isPayable: true });
  stage.standIn.breakOver(null);
  valueIn(await ask());
  expect(timesMailed()).toBe(1);
  expect(await page(giftId)).toMatchObject({ standing: "invoiced", isMailed: true });
  valueIn(await ask());
  expect(timesMailed()).toBe(1);
});

test("an invoice whose mail went out although its answer was lost is on its way once Stripe tells of it; the next one is not yet", async () => {
  const giftId = await promise();
  stage.standIn.loseAnswersTo(/POST invoices\/\w+\/send$/);
  const ask = () => invoiceGift(stage.wiring, donor, anInvoice(giftId));
  expect(reasonIn(await ask())).toBe("payments_away");
  stage.standIn.loseAnswersTo(null);
  expect(await page(giftId)).toMatchObject({ isMailed: false });
  const told = stage.standIn.events.findLast(({ body }) => body.includes('"invoice.sent"'));
  await stage.deliverNew();
  expect(await page(giftId)).toMatchObject({ standing: "invoiced", isMailed: true });
  const before = timesMailed();
  valueIn(await ask());
  expect(timesMailed()).toBe(before);
  valueIn(await voidInvoice(stage.wiring, donor, { giftId }));
  stage.standIn.breakOver(/POST invoices\/\w+\/send$/, "before");
  expect(reasonIn(await ask())).toBe("payments_away");
  await stage.rows("delete from stripe_events");
  expect(told && (await stage.deliver(told))).toBe("applied");
  expect(await page(giftId)).toMatchObject({ standing: "invoiced", isMailed: false });
});

describe.each(["before", "after"] as const)("an answer that Stripe broke down %s it did", (when) => {
  test.each(ASKED)(
    "%s is kept for a day, and what was asked for is done once all the same",
    async (_, path, prepare) => {
      const { ask, see } = await prepare();
      stage.standIn.breakOver(path, when);
      const first = await ask();
      stage.standIn.breakOver(null);
      if (!first.ok) expect(await ask()).toMatchObject({ ok: true });
      await see();
    },
  );
});

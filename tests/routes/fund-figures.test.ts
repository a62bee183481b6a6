import { afterAll, beforeAll, expect, test } from "vitest";
import { refused } from "~/domain/outcome";
import { checkFund } from "~/features/fund/check-fund.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { openChecks } from "~/features/fund/open-checks.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { settleDifference } from "~/features/fund/settle-difference.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor } from "~db/cast";
import { startApp, type TestApp } from "../support/app";
import {
  ACCOUNT,
  aWish,
  donor,
  earlierMoney,
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  openGiftCheckout,
  paidGift,
  seenOf,
} from "../support/fund";
import { keepInEuros } from "../support/other-currency";
import { type Figure, figuresOf } from "../support/page-figures";
import { valueIn } from "../support/stage";
import { TEST_NOW } from "../support/wiring";

const FUND = "/coordinator/fund";
const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
let stage: FundStage;
let app: TestApp;
let cookie: string;
let gifts: string[];

beforeAll(async () => {
  stage = await openFundStage();
  gifts = await live();
  app = await startApp(stage.database, { env: { payments: stage.wiring.env.payments }, now: stage.wiring.clock.now() });
  cookie = `${await app.signInAs("priya")}; lang=en`;
});
afterAll(async () => {
  await app.stop();
  await stage.close();
});

/** A fund in which something of everything has happened; answers gifts of each kind. */
async function live(): Promise<string[]> {
  const today = TEST_NOW.toISOString().slice(0, 10);
  const { giftId, charge } = await paidGift(stage);
  const tools = await paidGift(stage, { purpose: "tools", amount: "250" });
  const invoiced = await invoicedGift(stage);
  const promised = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true, amount: "80" }))).giftId;
  const cheque = { chequeNumber: "4471", receivedOn: today };
  valueIn(await takeChequeFor(stage.wiring, priya, { giftId: promised, amount: "30", ...cheque }));
  const wish = { purpose: "tools", amount: "15", donorName: "Lake Library", ...cheque } as const;
  valueIn(await recordCheque(stage.wiring, priya, wish));
  await happens(stage, tools.charge, "refund_half");
  const [spent, partly, back] = [
    await approved("transit", "90"),
    await approved("tools", "40"),
    await approved("tools", "25"),
  ];
  const payment = { paidOn: today, evidence: "Invoice 4471", confirmed: true };
  valueIn(await disburseAllocation(stage.wiring, ines, { allocationId: spent, amount: "90", ...payment }));
  valueIn(await disburseAllocation(stage.wiring, ines, { allocationId: partly, amount: "38.50", ...payment }));
  valueIn(await decideAllocation(stage.wiring, ines, { allocationId: back, decision: "withdraw" }));
  await approved("tools", "35");
  await propose("tools", "12");
  await happens(stage, charge, "dispute");
  await happens(stage, stage.standIn.list(ACCOUNT, "dispute").at(-1)?.id ?? "", "lose");
  stage.standIn.payOut(ACCOUNT);
  await stage.deliverNew();
  await checksOfEveryKind();
  return [giftId, tools.giftId, invoiced.giftId, promised];
}

async function propose(purpose: "transit" | "tools", amount: string): Promise<string> {
  const need = { studentId: cast.jada.personId, purpose, amount, need: "For the term.", businessDecision: "" };
  return valueIn(await proposeAllocation(stage.wiring, ines, need)).allocationId;
}

async function approved(purpose: "transit" | "tools", amount: string): Promise<string> {
  const allocationId = await propose(purpose, amount);
  valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "approve" }));
  return allocationId;
}

/**
 * What a check finds: lines that are not the fund's, money from before the fund, a payout and gifts of which no event told, what is kept in
 * another currency, and gifts that the account does not know. Of what waits for a person, one of each is said and one is not.
 */
async function checksOfEveryKind(): Promise<void> {
  const find = async () => valueIn(await checkFund(stage.wiring, ines));
  const say = async (kind: string) => {
    const of = valueIn(await openChecks(stage.wiring, priya)).differences;
    const open = of.find((each) => each.kind === kind && each.settled_at === null);
    valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(open), note: "Theater tickets" }));
  };
  earlierMoney(stage, 50_000);
  keepInEuros(stage, (await paidGift(stage, { amount: "45" })).charge);
  stage.standIn.payOut(ACCOUNT);
  stage.standIn.payElsewhere(ACCOUNT, 900);
  stage.standIn.payOutForeign(ACCOUNT, 70_000, "mxn");
  const lost = [await openGiftCheckout(stage, { payLater: true }), await openGiftCheckout(stage, { payLater: true })];
  await loseSessions(lost);
  await find();
  for (const kind of ["unknown_line", "whole_balance", "missing_object", "foreign_line", "foreign_line"])
    await say(kind);
  earlierMoney(stage, 30_000);
  keepInEuros(stage, (await paidGift(stage, { amount: "55" })).charge);
  stage.standIn.payElsewhere(ACCOUNT, 700);
  stage.standIn.payOutForeign(ACCOUNT, 80_000, "mxn");
  for (const { session } of lost) stage.standIn.act(ACCOUNT, session, "pay_card");
  const begun = await openGiftCheckout(stage, { payLater: true, amount: "65" });
  stage.standIn.act(ACCOUNT, begun.session, "pay_bank");
  await find();
  const { differences } = valueIn(await openChecks(stage.wiring, priya));
  const kinds = differences.map(({ kind, settled_at, gift_id }) =>
    [settled_at === null ? "open" : "settled", kind, gift_id && "of a gift"].filter(Boolean).join(" "),
  );
  expect([...new Set(kinds)].sort()).toEqual(EVERY_KIND);
}

const EVERY_KIND = [
  "open foreign_line",
  "open foreign_line of a gift",
  "open missing_object",
  "open unknown_line",
  "open unknown_line of a gift",
  "open whole_balance",
  "settled foreign_line",
  "settled foreign_line of a gift",
  "settled gift_behind",
  "settled missing_object",
  "settled payout_behind",
  "settled unknown_line",
  "settled whole_balance",
];

/** The account does not know these gifts any more; what is paid there names them all the same. */
async function loseSessions(lost: readonly { giftId: string }[]): Promise<void> {
  const { payments } = stage.wiring;
  if (!payments) throw new Error("no payments");
  await stage.rows("update gift_references set reference = 'cs_lost_' || reference where gift_id = any ($1)", [
    lost.map(({ giftId }) => giftId),
  ]);
  const isLost = (id: string) => id.startsWith("cs_lost_");
  const readGift: typeof payments.readGift = async (key, references) =>
    references.some(isLost) ? refused("missing") : payments.readGift(key, references);
  stage.wiring.payments = { ...payments, readGift };
}

const read = async (path: string) => {
  const { status, body } = await app.get(path, cookie);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

const pages = () => [
  ...["", "/needs", "/gifts", "/entries", "/month", "/checks", "/settings"].map((page) => `${FUND}${page}`),
  ...gifts.map((giftId) => `${FUND}/gifts/${giftId}`),
];

const toEntries = (link: string) => /^(?:\/coordinator\/fund\/entries)?\?/.test(link);
/** Of what no entry is made yet, or ever will be: needs that nobody has approved, and lines of the balance that nobody has spoken of. */
const outsideOfBooks = async () => {
  const rows = await stage.rows<{ id: string }>(
    `select id from fund_allocations a where not exists (select from fund_entries e where e.allocation_id = a.id)
      union all select id from fund_differences d where kind = 'unknown_line' and gift_id is null
        and not exists (select from fund_entries e where e.balance_line = d.reference)`,
  );
  return new Set(rows.map(({ id }) => id));
};

/** By itself or beside it; a gift's own page leads on to its entries. */
const hasWay = ({ own, beside }: Figure) =>
  [own ?? "", ...beside].some((link) => toEntries(link) || link.startsWith(`${FUND}/gifts/`));

test("no page of the fund shows an amount of money without a way to the entries it is made of", async () => {
  const lost: string[] = [];
  const seen: number[] = [];
  const outside = await outsideOfBooks();
  const isOutside = ({ about }: Figure) => about.some((id) => outside.has(id));
  for (const page of pages()) {
    const figures = figuresOf(await read(page));
    seen.push(figures.length);
    // the lines of an entry stand under it, which is what they are
    if (page !== `${FUND}/entries`)
      lost.push(
        ...figures.filter((figure) => !hasWay(figure) && !isOutside(figure)).map(({ text }) => `${page} ${text}`),
      );
  }
  expect(lost).toEqual([]);
  expect(seen.slice(0, 6).map((count) => count > 2)).toEqual([true, true, true, true, true, true]);
});

test("where a missed event only moved money within the fund, the comparison says so instead of naming one sum twice", async () => {
  const body = await read(`${FUND}/checks`);
  expect(body).toContain("$65 on both sides: it only moved within the fund. The entries say how");
  expect(body).not.toMatch(/Stripe ([^·<]+) · fund \1</);
});

test("whoever follows an amount reads that very amount over its lines", async () => {
  const wrong: string[] = [];
  const followed = new Set<string>();
  const compared = new Set<string>();
  for (const page of pages())
    for (const { text, own, named } of figuresOf(await read(page))) {
      if (own === null || !toEntries(own) || !/[?&]account=/.test(own)) continue;
      if (named > 1) {
        compared.add(`${page} ${own}`);
        continue;
      }
      const target = new URL(own, `http://x${page}`);
      followed.add(target.search);
      const body = await read(`${FUND}/entries${target.search}`);
      const together = /Together: ([^<]+?)(?: ·|<)/.exec(body)?.[1];
      // what went out is counted up in a report, and down among the lines
      const said = target.searchParams.has("side") ? together?.replace("-", "") : together;
      if (said !== text) wrong.push(`${page} ${text}: ${own} says ${together}`);
    }
  expect(wrong).toEqual([]);
  expect(followed.size).toBeGreaterThan(40);
  // all that lies at Stripe beside what the fund holds there, with what waits
  expect([...compared]).toEqual([`${FUND}/checks ${FUND}/entries?account=stripe`]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
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
  type FundStage,
  happens,
  invoicedGift,
  openFundStage,
  paidGift,
  seenOf,
} from "../support/fund";
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

/** A missed gift, a line that is not the fund's and was said to be one, one that nobody knows yet, and a gift Stripe lost. */
async function checksOfEveryKind(): Promise<void> {
  const find = async () => valueIn(await checkFund(stage.wiring, ines));
  stage.standIn.payElsewhere(ACCOUNT, 900);
  await find();
  const [said] = valueIn(await openChecks(stage.wiring, priya)).differences;
  valueIn(await settleDifference(stage.wiring, priya, { ...seenOf(said), note: "Theater tickets" }));
  stage.standIn.payElsewhere(ACCOUNT, 700);
  await find();
  const { giftId } = await paidGift(stage, { amount: "60" });
  await stage.rows(
    `insert into fund_differences (school_id, book, check_id, kind, reference, currency, stripe_minor, ledger_minor, found_at)
      select school_id, book, id, 'missing_object', $1, 'usd', 0, 5796, started_at from fund_checks limit 1`,
    [giftId],
  );
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
/** What no entry is made of yet, or never will be. */
const isOutsideOfBooks = ({ row }: Figure) =>
  row.includes("Waits for a second person") ||
  (row.includes("No gift of this fund") && row.includes("Waits for an admin"));

/** By itself or beside it; a gift's own page leads on to its entries. */
const hasWay = ({ own, beside }: Figure) =>
  [own ?? "", ...beside].some((link) => toEntries(link) || link.startsWith(`${FUND}/gifts/`));

test("no page of the fund shows an amount of money without a way to the entries it is made of", async () => {
  const lost: string[] = [];
  const seen: number[] = [];
  for (const page of pages()) {
    const figures = figuresOf(await read(page));
    seen.push(figures.length);
    // the lines of an entry stand under it, which is what they are
    if (page !== `${FUND}/entries`)
      lost.push(
        ...figures
          .filter((figure) => !hasWay(figure) && !isOutsideOfBooks(figure))
          .map(({ text }) => `${page} ${text}`),
      );
  }
  expect(lost).toEqual([]);
  expect(seen.slice(0, 6).map((count) => count > 2)).toEqual([true, true, true, true, true, true]);
});

test("whoever follows an amount reads that very amount over its lines", async () => {
  const wrong: string[] = [];
  const followed = new Set<string>();
  for (const page of pages())
    for (const { text, own } of figuresOf(await read(page))) {
      if (own === null || !toEntries(own) || !/[?&]account=/.test(own)) continue;
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
});

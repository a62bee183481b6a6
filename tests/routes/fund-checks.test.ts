import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cast, castActor } from "~db/cast";
import { startApp, type TestApp } from "../support/app";
import { ACCOUNT, type FundStage, openFundStage, paidGift } from "../support/fund";

const HERE = "/coordinator/fund/checks";
const { schoolId } = castActor(cast.priya);
let stage: FundStage;
let app: TestApp;
let cookie: string;
beforeAll(async () => {
  stage = await openFundStage();
  app = await startApp(stage.database, { env: { payments: stage.wiring.env.payments }, now: stage.wiring.clock.now() });
  cookie = `${await app.signInAs("priya")}; lang=en`;
});
afterEach(() => stage.clear());
afterAll(async () => {
  await app.stop();
  await stage.close();
});

/** What the page says after a check by hand: in one word, and of that check. */
async function checked(): Promise<string> {
  const sent = await app.post(HERE, { intent: "check" }, cookie);
  const toast = sent.cookies.filter((each) => !each.startsWith("lang"));
  return (await app.get(HERE, [cookie, ...toast].join("; "))).body;
}

test("that Stripe and the fund agree is said only when nothing waits", async () => {
  await paidGift(stage);
  expect(await checked()).toContain("Stripe and the fund agree.");
  stage.standIn.payElsewhere(ACCOUNT, 900);
  expect(await checked()).toContain("1 difference");
  const again = await checked();
  expect(again).not.toContain("Stripe and the fund agree.");
  expect(again).toContain("still waits for an admin");
  expect(again).toContain("no new difference ·");
});

test("what is kept in another currency names it: pesos are not taken for dollars", async () => {
  stage.standIn.payOutForeign(ACCOUNT, 70_000, "mxn");
  await paidGift(stage);
  expect(await checked()).toContain("Stripe $700 MXN · fund $0 MXN");
});

test("a check that could not ask every account says that nothing is new where it could, not that all is equal", async () => {
  await paidGift(stage);
  await stage.rows(
    `insert into fund_accounts (school_id, book, stripe_account, connected_at, replaced_at) values ($1, 'test', 'acct_old', now(), now())`,
    [schoolId],
  );
  const page = await checked();
  expect(page).toContain("no new difference where it could compare");
  expect(page).toContain("Not every account could be asked");
  expect(page).not.toMatch(/all equal|Stripe and the fund agree\./);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FUND, type FundSettings } from "~/domain/fund/settings";
import { standInKey } from "~/domain/fund/stand-in-account";
import { endPromise } from "~/features/fund/end-promise.server";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundApp, openFundApp } from "../support/fund-app";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";

const { schoolId } = sampleSchools.lakeview;
const ENGLISH = "lang=en";
let fund: FundApp;
let app: FundApp["app"];
let database: FundApp["database"];
let standIn: FundApp["standIn"];
let give: string;
beforeAll(async () => {
  fund = await openFundApp();
  ({ app, database, standIn } = fund);
});
beforeEach(async () => {
  await decide({});
  give = new URL(valueIn(await makeGiveLink(app.wiring, castActor(cast.ines))).url).pathname;
});
afterAll(async () => {
  await fund.close();
});

async function decide(own: Partial<FundSettings>, isOpen = true): Promise<void> {
  const priya = castActor(cast.priya);
  const { revision: seen } = valueIn(await openFundSettings(app.wiring, priya));
  const settings = { ...DEFAULT_FUND, ...own };
  valueIn(await saveFundSettings(app.wiring, priya, { book: "test", isOpen, settings, seen }));
}

const WISH = { purpose: "tools", donorName: "Bo Lind", how: "now" };
const send = (fields: Record<string, string>, cookie = ENGLISH) => app.post(give, { ...WISH, ...fields }, cookie);
const newestGift = async () =>
  (
    await sql<{ id: string; minor: number; purpose: string; anonymous: boolean }>(
      database,
      "select id, minor, purpose, anonymous from gifts order by id desc limit 1",
    )
  )[0];
const isChosen = (body: string, name: string, value: string) =>
  new RegExp(`<input(?=[^>]* name="${name}")(?=[^>]* value="${value}")(?=[^>]* checked)[^>]*>`).test(body);
/** Words as they are read, whatever space keeps a sign beside its number. */
const readable = (body: string) => body.replace(/[\u00a0\u202f]/g, " ");

describe("suggested amounts", () => {
  test("of each purpose are choices, in the school's currency and as the reader writes money", async () => {
    await decide({ currency: "eur", suggestedMinor: { ...DEFAULT_FUND.suggestedMinor, tools: [40_00, 1_250_00] } });
    const english = await app.get(give, ENGLISH);
    const spanish = await app.get(give, "lang=es");
    for (const { body } of [english, spanish])
      expect(body).toMatch(/<input(?=[^>]* type="radio")(?=[^>]* name="offered-tools")(?=[^>]* value="1250.00")/);
    for (const { body } of [english, spanish]) expect(readable(body)).toContain("€1,250");
  });

  test("that are chosen are the gift's amount, for the purpose that is chosen", async () => {
    expect((await send({ "offered-tools": "100.00", "offered-transit": "25.00" })).status).toBe(302);
    expect(await newestGift()).toMatchObject({ purpose: "tools", minor: 10000 });
  });

  test("leave room for an amount of one's own", async () => {
    expect((await send({ "offered-tools": "own", amount: "12.34" })).status).toBe(302);
    expect(await newestGift()).toMatchObject({ minor: 1234 });
  });

  test("are not taken when another amount is written: the donor says which one, and nothing is lost", async () => {
    const before = await newestGift();
    const { status, body } = await send({ "offered-tools": "100.00", amount: "80" });
    expect(status).toBe(422);
    expect(body).toContain("You chose an amount and wrote another one.");
    expect([isChosen(body, "offered-tools", "100.00"), isChosen(body, "purpose", "tools")]).toEqual([true, true]);
    expect(body).toContain('value="80"');
    expect(await newestGift()).toEqual(before);
  });

  test.each<Record<string, string>>([{}, { "offered-tools": "own" }, { "offered-transit": "25.00" }])(
    "of no use to the chosen purpose (%j) are asked for again",
    async (fields) => {
      const { status, body } = await send(fields);
      expect([status, body]).toEqual([422, expect.stringContaining("Choose an amount above, or write one here.")]);
    },
  );

  test("are held to the school's limits like any other amount", async () => {
    const { status, body } = await send({ "offered-tools": "99999.00" });
    expect([status, body]).toEqual([422, expect.stringContaining("Please call the school first")]);
  });
});

describe("a mentor", () => {
  const sendAs = async (fields: Record<string, string>) => {
    const cookie = `${await app.signInAs("maya")}; ${ENGLISH}`;
    return app.post("/mentor/give", { ...WISH, schoolId, ...fields }, cookie);
  };

  test("may give without a name where the school allows it", async () => {
    const { body } = await app.get("/mentor/give", `${await app.signInAs("maya")}; ${ENGLISH}`);
    expect(body).toContain('name="anonymous"');
    expect((await sendAs({ "offered-tools": "40.00", anonymous: "on" })).status).toBe(302);
    expect(await newestGift()).toMatchObject({ anonymous: true });
  });

  test("is not offered it where the school names its donors, and is refused it", async () => {
    await decide({ anonymousAllowed: false });
    const { body } = await app.get("/mentor/give", `${await app.signInAs("maya")}; ${ENGLISH}`);
    expect(body).not.toContain('name="anonymous"');
    const refused = await sendAs({ "offered-tools": "40.00", anonymous: "on" });
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining("needs to name its donors")]);
  });
});

test("an invoice that Stripe did not mail is mailed by the one button that its page has for it", async () => {
  await send({ "offered-tools": "100.00", donorMail: "bo@example.org" });
  const page = `${give}/gifts/${(await newestGift())?.id}`;
  standIn.breakOver(/POST invoices\/\w+\/send$/, "before");
  const { body } = await app.post(page, { intent: "invoice", purchaseOrder: "PO 1" }, ENGLISH);
  standIn.breakOver(null);
  expect(body).toContain("the mail did not go out");
  expect(body).not.toContain("on its way");
  expect(body).not.toContain('name="purchaseOrder"');
  expect((await app.post(page, { intent: "invoice" }, ENGLISH)).status).toBe(302);
  const mailed = (await app.get(page, ENGLISH)).body;
  expect(mailed).toContain("The invoice is on its way to you by mail.");
  expect(mailed).not.toContain('value="invoice"');
});

test("a gift of which a part came, and no more is asked for, says so to its donor and to staff", async () => {
  await send({ "offered-tools": "100.00", how: "later", donorMail: "bo@example.org" });
  const giftId = (await newestGift())?.id ?? "";
  const priya = castActor(cast.priya);
  const check = { giftId, amount: "40", chequeNumber: "1", receivedOn: "2026-10-14" };
  valueIn(await takeChequeFor(app.wiring, priya, check));
  valueIn(await endPromise(app.wiring, priya, { giftId }));
  const own = (await app.get(`${give}/gifts/${giftId}`, ENGLISH)).body;
  expect(own).toContain("Thank you! The school has $40 of your gift.");
  const staff = `${await app.signInAs("priya")}; ${ENGLISH}`;
  for (const path of ["/coordinator/fund/gifts", `/coordinator/fund/gifts/${giftId}`])
    expect((await app.get(path, staff)).body).toContain("$40 of $100 · Bo Lind");
});

describe("a donor who cannot go on reads who at the school helps", () => {
  const expectHelp = async (path: string) => {
    const { status, body } = await app.get(path, ENGLISH);
    const [school] = await sql<{ help_name: string }>(
      database,
      `select help_name from schools where id = '${schoolId}'`,
    );
    expect([status, body]).toEqual([200, expect.stringContaining(`${school?.help_name} at the school helps you`)]);
    return body;
  };

  test("when the link has run out, on the form and on a gift, which stays closed", async () => {
    await send({ "offered-tools": "100.00" });
    const page = `${give}/gifts/${(await newestGift())?.id}`;
    expect(await expectHelp(page)).toContain("$100");
    await sql(database, "update identity.links set expires_at = '2026-10-01' where kind = 'give'");
    await expectHelp(give);
    const body = await expectHelp(page);
    expect(body).toContain("This link has run out.");
    expect(body).not.toContain("$100");
    expect((await app.post(page, { intent: "pay" }, ENGLISH)).status).toBe(302);
  });

  test("when the fund is closed", async () => {
    await decide({}, false);
    expect(await expectHelp(give)).toContain("takes no gifts here right now");
  });

  test("when an invoice was taken back, with the ways to give after all", async () => {
    await send({ "offered-tools": "100.00", how: "later" });
    const page = `${give}/gifts/${(await newestGift())?.id}`;
    await sql(database, `update gifts set standing = 'void' where id = '${(await newestGift())?.id}'`);
    expect(await expectHelp(page)).toContain("The invoice was taken back. You owe nothing.");
  });

  test("when it is paid already, and there is nothing to pay", async () => {
    await send({ "offered-tools": "100.00" });
    const id = (await newestGift())?.id;
    await sql(database, `update gifts set standing = 'paid' where id = '${id}'`);
    const body = await expectHelp(`${give}/gifts/${id}`);
    expect(body).toContain("Thank you! The school has your gift.");
    expect(body).not.toContain('value="pay"');
    const again = await app.post(`${give}/gifts/${id}`, { intent: "pay" }, ENGLISH);
    expect([again.status, again.body]).toEqual([409, expect.stringContaining("nothing to pay here")]);
  });
});

test("a promise that may not be mailed any more says what to do, in both languages, and keeps what was typed", async () => {
  const promise = { amount: "37", how: "later", donorMail: "dot@example.org", organisationName: "Lakeview Printers" };
  for (let nth = 0; nth < 5; nth++) await send(promise);
  for (const [language, words] of [
    ["lang=en", "Leave this field empty to go on now"],
    ["lang=es", "Deje este campo vacío para seguir ahora"],
  ] as const) {
    const { status, body } = await send(promise, language);
    expect(status).toBe(429);
    expect(body).toContain(words);
    for (const typed of ["37", "Bo Lind", "Lakeview Printers", "dot@example.org"])
      expect(body).toContain(`value="${typed}"`);
    expect(isChosen(body, "how", "later")).toBe(true);
  }
  expect((await send({ ...promise, donorMail: "" })).status).toBe(302);
});

test.each([
  ["lang=en", "Purchase order"],
  ["lang=es", "Orden de compra"],
])("an invoice names the number of the purchase order in the donor's language (%s)", async (language, label) => {
  await send({ "offered-tools": "100.00", how: "invoice", donorMail: "ida@example.org" });
  const page = `${give}/gifts/${(await newestGift())?.id}`;
  const asked = { intent: "invoice", purchaseOrder: "4711", donorMail: "" };
  expect((await app.post(page, asked, language)).status).toBe(302);
  expect(standIn.list(standInKey(schoolId), "invoice").at(-1)).toMatchObject({
    custom_fields: { 0: { name: label, value: "4711" } },
  });
});

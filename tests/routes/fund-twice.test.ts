import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { standInKey } from "~/domain/fund/stand-in-account";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundApp, openFundApp } from "../support/fund-app";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";

const ACCOUNT = standInKey(sampleSchools.lakeview.schoolId);
const HERE = "/coordinator/fund";
const NEEDS = `${HERE}/needs`;
let fund: FundApp;
let app: FundApp["app"];
let database: FundApp["database"];
let standIn: FundApp["standIn"];
let admin: string;
beforeAll(async () => {
  fund = await openFundApp();
  ({ app, database, standIn } = fund);
  const decision = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: 0 } as const;
  valueIn(await saveFundSettings(app.wiring, castActor(cast.priya), decision));
});
beforeEach(async () => {
  admin = `${await app.signInAs("priya")}; lang=en`;
});
afterAll(async () => {
  await fund.close();
});

/** A double click: the same form twice at once. Answers the statuses. */
async function twice(path: string, fields: Record<string, string>, cookie?: string): Promise<number[]> {
  const answers = await Promise.all([1, 2].map(() => app.post(path, fields, cookie ?? "lang=en")));
  for (const { status } of answers) expect([302, 409], `${path} ${fields.intent}`).toContain(status);
  return answers.map(({ status }) => status);
}
const keyIn = (body: string, form: string) => {
  const at = body.indexOf(form);
  return /name="formKey" value="([0-9a-f-]{36})"/.exec(at < 0 ? "" : body.slice(at))?.[1] ?? "";
};
const count = async (table: string, where = "true") =>
  Number((await sql<{ count: string }>(database, `select count(*) from ${table} where ${where}`))[0]?.count);
const newestId = async (table: string) =>
  (await sql<{ id: string }>(database, `select id from ${table} order by id desc limit 1`))[0]?.id ?? "";

test("every form about money that is clicked twice has one effect", async () => {
  const { url } = valueIn(await makeGiveLink(app.wiring, castActor(cast.ines)));
  const give = new URL(url).pathname;
  const formKey = keyIn((await app.get(give, "lang=en")).body, "<form");
  const gift = { purpose: "transit", amount: "100", donorName: "Bo Lind", donorMail: "bo@example.org", how: "later" };
  await twice(give, { ...gift, formKey });
  expect(await count("gifts")).toBe(1);
  const page = `${give}/gifts/${await newestId("gifts")}`;
  await twice(page, { intent: "pay" });
  expect(standIn.list(ACCOUNT, "checkout.session")).toHaveLength(1);
  await twice(page, { intent: "invoice", purchaseOrder: "PO 1", donorMail: "" });
  expect(standIn.list(ACCOUNT, "invoice").filter(({ status }) => status === "open")).toHaveLength(1);
  const giftId = await newestId("gifts");
  const day = "2026-10-14";
  const own = `${HERE}/gifts/${giftId}`;
  const part = { intent: "cheque-for", amount: "40", chequeNumber: "1", receivedOn: day };
  await twice(own, { ...part, formKey: crypto.randomUUID() }, admin);
  expect(await count("gift_cheques")).toBe(1);
  const chequeId = await newestId("gift_cheques");
  await twice(own, { intent: "bounce", chequeId }, admin);
  expect(await count("fund_entries", "cause = 'bounce'")).toBe(1);
  await twice(page, { intent: "void" });
  await twice(own, { intent: "end" }, admin);
  expect(await count("fund_entries", "cause = 'end promise'")).toBe(1);

  const shown = await Promise.all([NEEDS, NEEDS, `${HERE}/gifts`].map((path) => app.get(path, admin)));
  const keys = shown.map(({ body }) => keyIn(body, "<form"));
  expect(keys).not.toContain("");
  expect(new Set(keys).size).toBe(keys.length);
  const cheque = { intent: "cheque", purpose: "transit", amount: "90", donorName: "Lake Library", receivedOn: day };
  await twice(`${HERE}/gifts`, { ...cheque, chequeNumber: "2", formKey: crypto.randomUUID() }, admin);
  expect(await count("fund_entries", `cause = 'cheque' and gift_id <> '${giftId}'`)).toBe(1);
  const need = { intent: "propose", studentId: cast.jada.personId, purpose: "transit", amount: "30", need: "A pass." };
  const ines = `${await app.signInAs("ines")}; lang=en`;
  await twice(NEEDS, { ...need, businessDecision: "", formKey: crypto.randomUUID() }, ines);
  expect(await count("fund_allocations")).toBe(1);
  const allocationId = await newestId("fund_allocations");
  await twice(NEEDS, { intent: "approve", allocationId }, admin);
  const paid = { intent: "paid", allocationId, amount: "30", paidOn: "2026-10-15", evidence: "Invoice 1" };
  await twice(NEEDS, { ...paid, confirmed: "on" }, admin);
  expect(await count("fund_entries", "allocation_id is not null")).toBe(2);
});

test("a form that is sent again in other words keeps what was typed, says why, and goes through under its new number", async () => {
  const { url } = valueIn(await makeGiveLink(app.wiring, castActor(cast.ines)));
  const give = new URL(url).pathname;
  const formKey = keyIn((await app.get(give, "lang=en")).body, "<form");
  const gift = { purpose: "tools", amount: "60", donorName: "Lu Li", donorMail: "", how: "now" };
  expect((await app.post(give, { ...gift, formKey }, "lang=en")).status).toBe(302);
  const changed = await app.post(give, { ...gift, amount: "75.25", formKey }, "lang=en");
  expect(changed.status).toBe(409);
  expect(changed.body).toContain("This form was sent before, with other words.");
  expect(changed.body).toContain('value="75.25"');
  const next = keyIn(changed.body, "<form");
  expect(next).not.toBe(formKey);
  expect((await app.post(give, { ...gift, amount: "75.25", formKey: next }, "lang=en")).status).toBe(302);
  expect(await count("gifts", "donor_name = 'Lu Li'")).toBe(2);
});

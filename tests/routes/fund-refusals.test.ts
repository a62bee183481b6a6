import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { cast, castActor } from "~db/cast";
import { enterKey } from "../support/fund";
import { type FundApp, openFundApp } from "../support/fund-app";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";

const [ENGLISH, SPANISH] = ["lang=en", "lang=es"];
const SETTINGS = "/coordinator/fund/settings";
/** What used to be said of every refusal. */
const AWAY = /does not answer|no responde/;

let fund: FundApp;
let app: FundApp["app"];
let admin: string;
let give: string;
/** The page of the checks before a key is stored, in both languages. */
let withoutKey: string[];
beforeAll(async () => {
  fund = await openFundApp();
  ({ app } = fund);
  admin = await app.signInAs("priya");
  const checks = (language = "") => read("/coordinator/fund/checks", `${admin}; ${language}`);
  withoutKey = [await checks(ENGLISH), await checks(SPANISH)];
  await store("rk_test_lakeviewfirst__all");
  const { body } = await app.get(SETTINGS, `${admin}; ${ENGLISH}`);
  const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? "";
  await app.post(SETTINGS, { ...RULES, seen, isOpen: "on" }, admin);
  give = new URL(valueIn(await makeGiveLink(app.wiring, castActor(cast.ines))).url).pathname;
});
afterAll(() => fund.close());

const store = async (secretKey: string) => valueIn(await enterKey(app.wiring, secretKey));

const RULES = {
  ...{ intent: "save", book: "test", currency: "usd", minimum: "5", maximum: "10000", fiscalYearStart: "7" },
  ...{ accountCode: "", statementDescriptor: "", purposes: ["transit", "tools"] },
  ...{ "suggested-transit": "", "suggested-tools": "", "suggested-clearance": "", "suggested-stipend": "" },
};

/** A promise of $100; answers the donor's page and that of the staff. */
async function promise() {
  await app.post(give, { purpose: "tools", donorName: "Bo Lind", how: "later", amount: "100" }, ENGLISH);
  const [gift] = await sql<{ id: string }>(fund.database, "select id from gifts order by id desc limit 1");
  return { donors: `${give}/gifts/${gift?.id}`, staffs: `/coordinator/fund/gifts/${gift?.id}` };
}

const check = (page: string, amount: string) =>
  app.post(page, { intent: "cheque-for", amount, chequeNumber: "4471", receivedOn: "2026-10-14" }, admin);
const read = async (page: string, cookie: string) =>
  (await app.get(page, cookie)).body.replace(/[\u00a0\u202f]/g, " ").replaceAll("&#x27;", "'");

describe("a rest that is too little for Stripe", () => {
  test("is not to be paid there: both pages say by check, or let it go", async () => {
    const { donors, staffs } = await promise();
    expect((await check(staffs, "99.80")).status).toBe(302);
    const english = await read(donors, ENGLISH);
    expect(english).toContain("$0.20 is still to be paid. That is less than one payment at Stripe can be.");
    expect(await read(donors, SPANISH)).toContain("Faltan $0.20 por pagar");
    expect(english).not.toMatch(/value="(pay|invoice)"/);
    const pressed = await app.post(donors, { intent: "pay" }, ENGLISH);
    expect([pressed.status, pressed.body]).toEqual([409, expect.stringContaining("the school can let it go")]);
    expect(await read(staffs, `${admin}; ${ENGLISH}`)).toContain("Enter a check for it, or let it go");
    expect((await app.post(staffs, { intent: "end" }, admin)).status).toBe(302);
    expect(await read(donors, ENGLISH)).toContain("The school has $99.80 of your gift");
  });

  test("is no smallest gift", async () => {
    for (const [language, sentence] of [
      [ENGLISH, "The smallest gift can be 0.50 USD."],
      [SPANISH, "La donación más pequeña puede ser de 0.50 USD."],
    ]) {
      const { body: page } = await app.get(SETTINGS, `${admin}; ${language}`);
      const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
      const { status, body } = await app.post(SETTINGS, { ...RULES, seen, minimum: "0.49" }, `${admin}; ${language}`);
      expect([status, body]).toEqual([422, expect.stringContaining(sentence ?? "")]);
    }
  });
});

describe("a key that lacks a right", () => {
  test("is not stored, and the page names the right", async () => {
    const secretKey = "rk_test_lakeviewfirst__without_credit_notes";
    for (const [language, sentence] of [
      [ENGLISH, "At Stripe, let it use: Credit Notes."],
      [SPANISH, "En Stripe, permítale usar: Credit Notes."],
    ]) {
      const { body: page } = await app.get(SETTINGS, admin);
      const [, accountId = "", seen = ""] =
        /name="accountId" value="([^"]+)"\/?><input type="hidden" name="seen" value="(\d+)"/.exec(page) ?? [];
      const asked = { intent: "connect", book: "test", secretKey, accountId, seen };
      const { status, body } = await app.post(SETTINGS, asked, `${admin}; ${language}`);
      expect([status, body]).toEqual([422, expect.stringContaining(sentence ?? "")]);
      expect(body).not.toContain(secretKey);
    }
  });

  test("sends donors to the school, and tells staff that a new key is needed", async () => {
    const { donors, staffs } = await promise();
    await store("rk_test_lakeviewfirst__reads_checkout");
    for (const [language, sentence] of [
      [ENGLISH, "cannot do this right now. Please call the school."],
      [SPANISH, "no puede hacer esto ahora. Por favor llame a la escuela."],
    ]) {
      const { status, body } = await app.post(donors, { intent: "pay" }, language);
      expect([status, body]).toEqual([409, expect.stringContaining(sentence ?? "")]);
      expect(body).not.toMatch(AWAY);
    }
    await store("rk_test_lakeviewfirst__all");
    expect(
      (await app.post(donors, { intent: "invoice", purchaseOrder: "", donorMail: "bo@example.org" }, ENGLISH)).status,
    ).toBe(302);
    await store("rk_test_lakeviewfirst__reads_invoices");
    for (const [language, sentence] of [
      [ENGLISH, "An admin enters a new one under Fund, Settings."],
      [SPANISH, "Un administrador pone una nueva"],
    ]) {
      const { status, body } = await app.post(staffs, { intent: "void" }, `${admin}; ${language}`);
      expect([status, body]).toEqual([409, expect.stringContaining(sentence ?? "")]);
      expect(body).not.toMatch(AWAY);
    }
    await store("rk_test_lakeviewfirst__all");
  });
});

test("an address that Stripe does not take is said as that", async () => {
  const { donors } = await promise();
  const donorMail = `${"b".repeat(65)}@example.org`;
  for (const [language, sentence] of [
    [ENGLISH, "Stripe does not take this mail address."],
    [SPANISH, "Stripe no acepta esta dirección de correo."],
  ]) {
    const { status, body } = await app.post(donors, { intent: "invoice", purchaseOrder: "", donorMail }, language);
    expect([status, body]).toEqual([409, expect.stringContaining(sentence ?? "")]);
  }
});

test("the stand-in of this machine is named as that, not as an account that somebody put into the settings", () => {
  expect(withoutKey[0]).toContain("The stand-in of Stripe on this machine");
  expect(withoutKey[1]).toContain("El sustituto de Stripe en esta máquina");
  for (const body of withoutKey) expect(body).not.toMatch(/settings of the server|ajustes del servidor/);
});

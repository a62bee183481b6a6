import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { findSession } from "~/features/accounts/find-session.server";
import { redeemSignIn, viewSignInLink } from "~/features/accounts/redeem-sign-in.server";
import { insertAccount, readSignInMail } from "../support/account";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { createTestWiring, TEST_NOW, type TestWiring } from "../support/wiring";

const MAIL = "ines@school.example";
const device = "Firefox, Linux";
let database: TestDatabase;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database, { connections: 20 });
  await insertAccount(database, { mail: MAIL });
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});
beforeEach(async () => {
  wiring.clock.set(TEST_NOW);
  await sql(database, "delete from identity.challenges");
  await sql(database, "delete from identity.rate_limits");
});

async function ask(mail = MAIL): Promise<string> {
  const outcome = await askForSignIn(wiring, { mail, returnTo: "/home" });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.browser;
}
const redeemCode = (browser: string | null, code: string) => redeemSignIn(wiring, { browser, proof: { code }, device });
const redeemLink = (browser: string | null, link: string) => redeemSignIn(wiring, { browser, proof: { link }, device });
const wrongFor = (code: string) => (code === "000001" ? "000002" : "000001");
const reasonOf = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? "ok" : outcome.reason);

test("the mailed code signs in the browser that asked", async () => {
  const browser = await ask("  INES@school.example ");
  const { code, to } = await readSignInMail(database);
  expect(to).toBe(MAIL);
  expect(code).toMatch(/^\d{6}$/);
  const outcome = await redeemCode(browser, code);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.value.returnTo).toBe("/home");
  const session = await findSession(wiring, outcome.value.token);
  expect(session).toMatchObject({ mail: MAIL, actor: { kind: "staff", role: "coordinator" } });
});

test("a code and a link work once", async () => {
  const browser = await ask();
  const { code, token } = await readSignInMail(database);
  expect((await redeemCode(browser, code)).ok).toBe(true);
  expect(reasonOf(await redeemCode(browser, code))).toBe("ask_again");
  expect(reasonOf(await redeemLink(browser, token))).toBe("ask_again");
});

test("the mailed link signs in the browser that asked, and looking at it changes nothing", async () => {
  const browser = await ask();
  const { token } = await readSignInMail(database);
  expect(await viewSignInLink(wiring, { browser, link: token })).toBe("ready");
  expect(await viewSignInLink(wiring, { browser, link: token })).toBe("ready");
  expect((await redeemLink(browser, token)).ok).toBe(true);
  expect(await viewSignInLink(wiring, { browser, link: token })).toBe("over");
});

test("another browser cannot redeem the link or the code, and cannot burn them", async () => {
  const browser = await ask();
  const { code, token } = await readSignInMail(database);
  const stranger = "s".repeat(43);
  expect(await viewSignInLink(wiring, { browser: stranger, link: token })).toBe("other_browser");
  expect(await viewSignInLink(wiring, { browser: null, link: token })).toBe("other_browser");
  for (let time = 0; time < 6; time++) {
    expect(reasonOf(await redeemCode(stranger, code))).toBe("ask_again");
    expect(reasonOf(await redeemLink(stranger, token))).toBe("ask_again");
    expect(reasonOf(await redeemLink(null, token))).toBe("ask_again");
  }
  expect((await redeemCode(browser, code)).ok).toBe(true);
});

test("a browser that asked for its own code cannot use it for somebody else's mail", async () => {
  await insertAccount(database, { mail: "other@school.example" });
  const own = await ask("other@school.example");
  const victim = await ask(MAIL);
  const { code, token } = await readSignInMail(database);
  expect((await redeemLink(own, token)).ok).toBe(false);
  expect((await redeemCode(victim, code)).ok).toBe(true);
});

test("after ten minutes the code is over", async () => {
  const browser = await ask();
  const { code, token } = await readSignInMail(database);
  wiring.clock.pass(10);
  expect(reasonOf(await redeemCode(browser, code))).toBe("ask_again");
  expect(await viewSignInLink(wiring, { browser, link: token })).toBe("over");
});

test("each wrong code says how many tries are left", async () => {
  const browser = await ask();
  const wrong = wrongFor((await readSignInMail(database)).code);
  expect(await redeemCode(browser, wrong)).toEqual({ ok: false, reason: "wrong_code", detail: { count: 4 } });
  expect(await redeemCode(browser, wrong)).toEqual({ ok: false, reason: "wrong_code", detail: { count: 3 } });
});

test("twenty right codes at once open one session", async () => {
  const browser = await ask();
  const { code } = await readSignInMail(database);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeemCode(browser, code)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("forty wrong codes at once count five tries, and the right one is refused after them", async () => {
  const browser = await ask();
  const { code } = await readSignInMail(database);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => redeemCode(browser, wrongFor(code))));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(0);
  expect(await sql(database, "select attempts from identity.challenges")).toEqual([{ attempts: 5 }]);
  expect(reasonOf(await redeemCode(browser, code))).toBe("ask_again");
});

test("an unknown address gets the same answer, the same row and no mail", async () => {
  const mailsBefore = await sql(database, "select count(*) from mails");
  const browser = await ask("nobody@school.example");
  expect(browser).toMatch(/^[\w-]{43}$/);
  expect(await sql(database, "select account_id, attempts from identity.challenges")).toEqual([
    { account_id: null, attempts: 0 },
  ]);
  expect(await sql(database, "select count(*) from mails")).toEqual(mailsBefore);
  expect(await redeemCode(browser, "123456")).toEqual({ ok: false, reason: "wrong_code", detail: { count: 4 } });
});

test("the sixth mail to one address within a quarter of an hour is refused, known or not", async () => {
  for (const mail of [MAIL, "nobody@school.example"]) {
    for (let time = 0; time < 5; time++) await ask(mail);
    expect(await askForSignIn(wiring, { mail, returnTo: "/home" })).toMatchObject({
      ok: false,
      reason: "too_many",
      detail: { minutes: 15 },
    });
  }
});

test("no code, link, token or browser secret is stored as it is, and the limits name nobody", async () => {
  const browser = await ask();
  const { code, token } = await readSignInMail(database);
  const outcome = await redeemCode(browser, code);
  if (!outcome.ok) throw new Error(outcome.reason);
  const rows = await sql<{ text: string }>(
    database,
    "select row_to_json(c)::text as text from identity.challenges c union all select row_to_json(s)::text from identity.sessions s union all select row_to_json(r)::text from identity.rate_limits r",
  );
  const stored = rows.map((row) => row.text).join("\n");
  for (const secret of [browser, token, outcome.value.token, MAIL]) expect(stored).not.toContain(secret);
  expect(stored).not.toMatch(new RegExp(`"${code}"`));
});

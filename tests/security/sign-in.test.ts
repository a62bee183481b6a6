import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertAccount, readSignInMail } from "../support/account";
import { type Answer, startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";

const MAIL = "ines@school.example";
let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp(database);
  await insertAccount(database, { mail: MAIL });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});
beforeEach(() => sql(database, "delete from identity.rate_limits"));

const cookieOf = (answer: Answer, name: string) => answer.cookies.find((cookie) => cookie.startsWith(`${name}=`));

async function ask(mail = MAIL, returnTo = "/account"): Promise<string> {
  const answer = await app.post("/sign-in", { mail, returnTo });
  return cookieOf(answer, "sign-in") ?? "";
}

test("a person asks, types the code and lands where they wanted to go", async () => {
  const browser = await ask();
  expect((await app.get("/sign-in/code", browser)).status).toBe(200);
  const { code } = await readSignInMail(database);
  const answer = await app.post("/sign-in/code", { code: `${code.slice(0, 3)} ${code.slice(3)}` }, browser);
  expect([answer.status, answer.headers.location]).toEqual([302, "/account"]);
  const cookie = cookieOf(answer, "session") ?? "";
  const page = await app.get("/account", `${cookie}; ${cookieOf(answer, "toast")}`);
  expect(page.status).toBe(200);
  expect(page.body).toContain(MAIL);
  expect(page.body).toContain("You are signed in.");
});

test("the link is a button in the browser that asked, and an explanation in another", async () => {
  const browser = await ask();
  const { token } = await readSignInMail(database);
  expect((await app.get(`/sign-in/link?token=${token}`)).body).toContain("Type the code where you started");
  const page = await app.get(`/sign-in/link?token=${token}`, browser);
  expect(page.body).toContain("Sign in now");
  expect(page.cookies).toEqual([]);
  expect((await app.post("/sign-in/link", { token })).status).toBe(410);
  const answer = await app.post("/sign-in/link", { token }, browser);
  expect([answer.status, cookieOf(answer, "session")?.length]).toEqual([302, "session=".length + 43]);
  expect((await app.get(`/sign-in/link?token=${token}`, browser)).body).toContain("does not work any more");
});

test("reading a page redeems nothing", async () => {
  const browser = await ask();
  const { code, token } = await readSignInMail(database);
  for (const path of [
    `/sign-in/code?code=${code}`,
    `/sign-in/link?token=${token}`,
    `/sign-in/link?token=${token}&_data=routes%2Fsign-in_.link`,
  ]) {
    expect(cookieOf(await app.get(path, browser), "session")).toBeUndefined();
  }
});

test("a known and an unknown address get the same answer", async () => {
  const shape = ({ status, headers, body, cookies }: Answer) => ({
    status,
    location: headers.location,
    body,
    cookies: cookies.map((cookie) => cookie.replace(/=.+/, "=")),
  });
  expect(shape(await app.post("/sign-in", { mail: "nobody@school.example" }))).toEqual(
    shape(await app.post("/sign-in", { mail: MAIL })),
  );
});

test("a wrong code keeps what was typed and says what to do", async () => {
  const browser = await ask();
  const { code } = await readSignInMail(database);
  const answer = await app.post("/sign-in/code", { code: code === "000001" ? "000002" : "000001" }, browser);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain("You can try 4 more times.");
  expect((await app.post("/sign-in/code", { code: "12" }, browser)).body).toContain("The code has six numbers.");
});

test("cookies cannot be read by scripts, and over https they belong to this host alone", async () => {
  const answer = await app.post("/sign-in", { mail: MAIL });
  expect(answer.headers["set-cookie"]?.[0]).toMatch(
    /^sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=900$/,
  );
  const live = await startApp(database, { env: { mode: "live", origin: "https://lti.example.org" } });
  const secure = await live.post("/sign-in", { mail: MAIL });
  expect(secure.headers["set-cookie"]?.[0]).toMatch(
    /^__Host-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=900; Secure$/,
  );
  expect(secure.headers["strict-transport-security"]).toContain("max-age=");
  expect((await live.get("/local/cast")).status).toBe(404);
  expect((await live.post("/local/cast", { key: "ines" })).status).toBe(404);
  await live.stop();
});

test("no way back leads off the site", async () => {
  for (const target of [
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "https://evil.test",
    "/.//evil.test",
    "/x/..//evil.test",
    "javascript:alert(1)",
    "evil.test",
    "/%0d%0aX:1\r\n",
  ]) {
    await sql(database, "delete from identity.rate_limits");
    const browser = await ask(MAIL, target);
    const answer = await app.post("/sign-in/code", { code: (await readSignInMail(database)).code }, browser);
    const landed = new URL(String(answer.headers.location), app.origin);
    expect([target, answer.status, landed.origin]).toEqual([target, 302, app.origin]);
  }
});

test("signing out ends the session itself, not only the cookie", async () => {
  const browser = await ask();
  const signedIn = await app.post("/sign-in/code", { code: (await readSignInMail(database)).code }, browser);
  const cookie = cookieOf(signedIn, "session") ?? "";
  expect((await app.get("/account", cookie)).status).toBe(200);
  expect((await app.get("/sign-out", cookie)).status).toBe(302);
  expect((await app.get("/account", cookie)).status).toBe(200);
  expect((await app.post("/sign-out", {}, cookie)).headers.location).toBe("/");
  const answer = await app.get("/account", cookie);
  expect([answer.status, answer.headers.location]).toEqual([302, "/sign-in?returnTo=%2Faccount"]);
});

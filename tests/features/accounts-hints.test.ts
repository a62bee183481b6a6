import { afterAll, beforeAll, expect, test } from "vitest";
import { HINTS } from "~/domain/hint/hint";
import { cast } from "~db/cast";
import { startApp, type TestApp } from "../support/app";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";
import { sql } from "../support/sql";

const TITLE = "Your family’s page";
let database: TestDatabase;
let app: TestApp;
let rosa: string;
let monique: string;
beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  rosa = await app.signInAs("rosa");
  monique = await app.signInAs("monique");
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const wish = (fields: Record<string, string>, cookie?: string) => app.post("/account/hints", fields, cookie);
const homeOf = async (cookie: string) => (await app.get("/guardian", cookie)).body;

test("a page says what it is for until that is read, to each account by itself", async () => {
  expect(await homeOf(rosa)).toContain(TITLE);
  const read = { wants: "read", hint: "guardian", returnTo: "/guardian?a=1" };
  const twice = await Promise.all([wish(read, rosa), wish(read, rosa)]);
  expect(twice.map(({ status, headers }) => [status, headers.location])).toEqual([
    [302, "/guardian?a=1"],
    [302, "/guardian?a=1"],
  ]);
  expect(await homeOf(rosa)).not.toContain(TITLE);
  expect((await app.get("/search", rosa)).body).toContain("How to look around");
  expect(await homeOf(monique)).toContain(TITLE);
  expect(await sql(database, "select hints_read from identity.accounts where id = $1", [cast.rosa.accountId])).toEqual([
    { hints_read: ["guardian"] },
  ]);
});

test("hints are turned off and on again on the account page", async () => {
  await wish({ wants: "none" }, rosa);
  expect((await app.get("/search", rosa)).body).not.toContain("How to look around");
  expect((await app.get("/account", rosa)).body).toContain("Hints are off.");
  expect((await wish({ wants: "again" }, rosa)).headers.location).toBe("/account");
  expect(await homeOf(rosa)).toContain(TITLE);
});

test("nobody reads hints for somebody else, and a name that is no hint is refused", async () => {
  expect((await wish({ wants: "none" })).headers.location).toMatch(/^\/sign-in/);
  expect((await wish({ wants: "read", hint: "everything" }, rosa)).status).toBe(422);
  expect((await wish({ wants: "none", returnTo: "https://evil.example/" }, monique)).headers.location).toBe("/");
  expect(await homeOf(rosa)).toContain(TITLE);
});

test("every hint has words of its own", async () => {
  const { default: words } = await import("~/locales/en/hints");
  expect(HINTS.map((hint) => words[hint].title)).toHaveLength(new Set(HINTS.map((hint) => words[hint].text)).size);
});

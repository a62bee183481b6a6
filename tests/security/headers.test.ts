import { afterAll, beforeAll, expect, test } from "vitest";
import { withoutSecrets } from "~/server/request-log";
import { startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const POLICY =
  /^default-src 'none'; script-src 'self' 'nonce-([\w+/=]{24})'; style-src 'self' 'nonce-\1'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/;

test("every answer carries the content policy and its companions, errors and data too", async () => {
  for (const path of [
    "/sign-in",
    "/nowhere",
    "/assets/nothing.js",
    "/sign-in?_data=routes%2Fsign-in",
    "/%00",
    "/healthz",
  ]) {
    const { headers } = await app.get(path);
    expect([path, headers["content-security-policy"]]).toEqual([path, expect.stringMatching(POLICY)]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("each page has a nonce of its own and every script on it carries that nonce", async () => {
  const [one, other] = [await app.get("/sign-in"), await app.get("/sign-in")];
  const nonceOf = ({ headers }: typeof one) => POLICY.exec(String(headers["content-security-policy"]))?.[1];
  expect(nonceOf(one)).not.toBe(nonceOf(other));
  const scripts = one.body.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(one)}"`);
});

test("pages stay out of shared caches, and out of all caches once somebody is signed in", async () => {
  expect((await app.get("/sign-in")).headers["cache-control"]).toBe("private, no-cache");
  expect((await app.get("/sign-in", "session=x")).headers["cache-control"]).toBe("private, no-store");
});

test("health is answered, and readiness names what is missing", async () => {
  expect((await app.get("/healthz")).status).toBe(200);
  expect((await app.get("/readyz")).body).toBe("ready");
  await sql(database, "update app_migrations.kysely_migration set name = 'gone' where name = '0001-foundations'");
  const answer = await app.get("/readyz");
  expect([answer.status, answer.body]).toEqual([503, "not migrated: 0001-foundations"]);
  await sql(database, "update app_migrations.kysely_migration set name = '0001-foundations' where name = 'gone'");
});

test("the numbers are for this machine only", async () => {
  expect((await app.get("/metrics")).body).toContain("http_answers_total");
  expect((await app.ask("/metrics", { headers: { host: "lti.example.org" } })).status).toBe(404);
});

test("the log holds ids, and no token, address or query", async () => {
  app.wiring.lines.length = 0;
  await app.get(`/consent/${"t".repeat(43)}?mail=ana%40school.example`);
  await app.get("/ana@school.example");
  const written = JSON.stringify(app.wiring.lines);
  expect(written).toContain("/consent/:other");
  expect(written).not.toMatch(/ttt|ana|mail/);
  expect(withoutSecrets("/coordinator/pursuits/01990000-9000-7000-8000-000000000001")).toContain(
    "01990000-9000-7000-8000-000000000001",
  );
});

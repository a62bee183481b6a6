import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AskOptions, startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";

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

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const EVIL = "https://evil.test";
const write = (headers: Record<string, string>, path = "/sign-in", method = "POST"): [string, AskOptions] => [
  path,
  { method, headers: { ...FORM, ...headers }, body: "mail=a%40b.example" },
];

describe("a write that this site sent passes", () => {
  test.each<[string, (origin: string) => Record<string, string>]>([
    ["form in a browser", (origin) => ({ origin, "sec-fetch-site": "same-origin" })],
    ["older browser that says Origin only", (origin) => ({ origin })],
    ["browser that leaves Origin out", () => ({ "sec-fetch-site": "same-origin" })],
    ["Origin null from this site", () => ({ origin: "null", "sec-fetch-site": "same-origin" })],
  ])("%s", async (_name, headers) => {
    const answer = await app.ask(...write(headers(app.origin)));
    expect([answer.status, answer.headers.location]).toEqual([302, "/sign-in/code"]);
  });
});

describe("a write that another site could have sent is refused", () => {
  test.each<[string, Record<string, string>, string?, string?]>([
    ["nothing that says where from", {}],
    ["foreign Origin", { origin: EVIL }],
    ["foreign Origin, cross-site", { origin: EVIL, "sec-fetch-site": "cross-site" }],
    ["foreign Origin that claims same-origin", { origin: EVIL, "sec-fetch-site": "same-origin" }],
    ["Origin null", { origin: "null" }],
    ["empty Origin", { origin: "" }],
    ["same-site", { "sec-fetch-site": "same-site" }],
    ["typed by hand", { "sec-fetch-site": "none" }],
    ["two values", { "sec-fetch-site": "same-origin, cross-site" }],
    ["the action of a route by _data", { origin: EVIL }, "/sign-in?_data=routes%2Fsign-in"],
    [
      "the action of another route by _data on a webhook's path",
      { origin: EVIL },
      "/webhooks/resend?index&_data=routes%2Fsign-in",
    ],
    ["a forwarded host", { origin: EVIL, "x-forwarded-host": "evil.test" }],
    ["a webhook's path with a slash", { origin: EVIL }, "/webhooks/resend/"],
    ["a webhook's path in capitals", { origin: EVIL }, "/Webhooks/Resend"],
    ["a webhook's path and up", { origin: EVIL }, "/webhooks/resend/../../sign-in"],
    ["a webhook's path and up, encoded", { origin: EVIL }, "/webhooks/resend/%2e%2e/%2e%2e/sign-in"],
  ])("%s", async (_name, headers, path) => {
    const answer = await app.ask(...write(headers, path));
    expect(answer.status).toBeGreaterThanOrEqual(403);
    expect(answer.status).toBeLessThan(406);
    expect(answer.cookies).toEqual([]);
  });
});

test("methods that no page has are refused by name", async () => {
  for (const method of ["PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS"]) {
    const answer = await app.ask(...write({ origin: app.origin, "sec-fetch-site": "same-origin" }, "/sign-in", method));
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD, POST"]);
  }
});

test("another host name gets the usual address and nothing else", async () => {
  const answer = await app.ask("/sign-in", { headers: { host: "evil.test" } });
  expect(answer.status).toBe(421);
  expect(answer.body).toContain(app.origin);
  expect(answer.body).not.toContain("evil.test");
});

test("a forwarded host changes no link and no redirect", async () => {
  const answer = await app.ask("/home", {
    headers: { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", forwarded: "host=evil.test" },
  });
  expect([answer.status, answer.headers.location]).toEqual([302, "/sign-in?returnTo=%2Fhome"]);
});

test("targets that are no address of ours answer 400", async () => {
  for (const target of [
    "//evil.test/",
    "http://evil.test/sign-in",
    "/%",
    "/%zz",
    "/%ff",
    "/%00",
    "/sign-in?x=%00",
    "/%ED%A0%80",
    "/a%0d%0aSet-Cookie:x=1",
    "*",
  ]) {
    expect([target, (await app.ask(target)).status]).toEqual([target, 400]);
  }
});

test("odd addresses, queries, cookies and forms never break a page", async () => {
  const odd = [
    "/..%2f..%2fetc/passwd",
    "/sign-in?_data=routes%2Fnope",
    "/sign-in?_data=",
    "/?index&_data=root",
    `/${"a".repeat(5000)}`,
    "/sign-in?returnTo=%0d%0aX:1",
    "/\\evil.test",
    "/sign-in/link?token=%F0%90",
    "/__manifest?p=/",
    "/sign-in.data",
  ];
  for (const target of odd) expect([target, (await app.ask(target)).status >= 500]).toEqual([target, false]);
  for (const cookie of [
    "session=%ZZ",
    "session=\u00e9",
    "lang=%00; toast=%",
    "toast=account:toast",
    "=;;=",
    "session=__proto__; sign-in=x",
  ]) {
    expect([cookie, (await app.get("/sign-in", cookie)).status]).toEqual([cookie, 200]);
  }
  const forms = [
    "mail=%00",
    "mail=%ED%A0%80",
    "mail=a&mail=b",
    "mail[]=x",
    `mail=${"a".repeat(100_000)}`,
    "%",
    "",
    "mail=9007199254740993",
    "__proto__=x&constructor=y&mail=%0d%0a",
  ];
  for (const body of forms) {
    const answer = await app.ask("/sign-in", { method: "POST", headers: { ...FORM, origin: app.origin }, body });
    expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), 422]);
  }
  for (const type of ["application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain"]) {
    const answer = await app.ask("/sign-in", {
      method: "POST",
      headers: { "content-type": type, origin: app.origin },
      body: "{}",
    });
    expect([type, answer.status]).toEqual([type, 400]);
  }
});

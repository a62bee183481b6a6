import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp(database, {
    limits: {
      requestsPerMinute: 40,
      formsPerMinute: 30,
      signIn: { name: "test-sign-in", points: 4, windowSeconds: 600 },
    },
  });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const headers = (origin: string) => ({
  "content-type": "application/x-www-form-urlencoded",
  origin,
  "sec-fetch-site": "same-origin",
});

test("a form of more than 256 kB is refused with a page that says what to do", async () => {
  const answer = await app.ask("/language", {
    method: "POST",
    headers: headers(app.origin),
    body: `x=${"a".repeat(300_000)}`,
  });
  expect(answer.status).toBe(413);
  expect(answer.body).toContain("smaller file");
  expect(answer.body).toContain('ask your advisor or the coordinator at the school. <a href="/question">');
});

test("a file of some megabytes may go to the imports and, as a picture, to the fund's needs, and to nothing beside them", async () => {
  const body = Buffer.alloc(2_000_000, "a");
  const to = (path: string) => app.ask(path, { method: "POST", headers: headers(app.origin), body });
  expect((await to("/coordinator/imports")).status).not.toBe(413);
  expect((await to("/coordinator/fund/needs?index")).status).not.toBe(413);
  const handed = async (bytes: number) => {
    const mail = { method: "POST", headers: headers(app.origin), body: Buffer.alloc(bytes, "a") };
    return (await app.ask("/webhooks/replies", mail)).status;
  };
  // Three photos of 5 MB, as they travel in a mail.
  expect(await handed(22_000_000)).not.toBe(413);
  expect(await handed(26_000_000)).toBe(413);
  for (const path of ["/coordinator/imports/1", "/coordinator/fund", "/coordinator/fund/gifts", "/toString"])
    expect([path, (await to(path)).status]).toEqual([path, 413]);
  const larger = Buffer.alloc(9_000_000, "a");
  const answer = await app.ask("/coordinator/fund/needs", {
    method: "POST",
    headers: headers(app.origin),
    body: larger,
  });
  expect(answer.status).toBe(413);
});

test.each([
  ["en", 'lang="en"', "Each picture may have up to 5 MB", "Back to the page with the form"],
  ["es", 'lang="es"', "Cada foto puede tener hasta 5 MB", "Volver a la página del formulario"],
])(
  "pictures of a message that are larger together than their form takes are refused with what to do, who helps and the way back (%s)",
  async (language, ...said) => {
    const path = "/conversations/00000000-0000-4000-8000-000000000000";
    const answer = await app.ask(`${path}?index`, {
      method: "POST",
      headers: { ...headers(app.origin), "accept-language": language },
      body: Buffer.alloc(21_000_000, "a"),
    });
    expect(answer.status).toBe(413);
    for (const words of [...said, `<a href="${path}">`, '<a href="/question">']) expect(answer.body).toContain(words);
  },
);

test("a list that is too big says how to split it, and a path that is no form leads nowhere", async () => {
  const to = (path: string) =>
    app.ask(path, { method: "POST", headers: headers(app.origin), body: Buffer.alloc(13_000_000, "a") });
  expect((await to("/coordinator/imports")).body).toContain("Split it into parts");
  expect((await to('/x"><script>')).body).not.toMatch(/href="\/x|<script>/);
});

test("a photo of a paper, as a phone takes it, may go to the pages that keep one and to nothing beside them", async () => {
  const id = "0198c5de-0000-7000-8000-000000000001";
  const to = async (path: string, bytes: number) => {
    const body = Buffer.alloc(bytes, "a");
    return (await app.ask(path, { method: "POST", headers: headers(app.origin), body })).status;
  };
  const pages = ["consent", "introduction"].map((noun) => `/coordinator/scans/${noun}/${id}`);
  for (const path of [
    ...pages,
    `/coordinator/consents/${id}?index`,
    `/coordinator/pursuits/${id}`,
    `/conversations/${id}`,
  ])
    expect([path, await to(path, 2_000_000)]).not.toEqual([path, 413]);
  for (const path of [
    `/coordinator/scans/consent/${id}/${id}`,
    `/coordinator/scans/gift/${id}`,
    "/coordinator/pursuits",
    `/conversations/${id}/seen`,
  ])
    expect([path, await to(path, 2_000_000)]).toEqual([path, 413]);
  expect(await to(`/coordinator/pursuits/${id}`, 9_000_000)).toBe(413);
});

test("a body that does not say how long it is is refused", async () => {
  const answer = await app.ask("/language", {
    method: "POST",
    headers: { ...headers(app.origin), "transfer-encoding": "chunked" },
    body: "language=es",
  });
  expect(answer.status).toBe(411);
});

test("the fifth sign-in step of an address has to wait, in the reader's language", async () => {
  for (let time = 0; time < 4; time++)
    expect((await app.post("/sign-in", { mail: `a${time}@b.example` })).status).toBe(302);
  const answer = await app.ask("/sign-in", {
    method: "POST",
    headers: { ...headers(app.origin), "accept-language": "es-MX" },
    body: "mail=a%40b.example",
  });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(500);
  expect(answer.body).toContain('lang="es"');
  expect((await app.get("/sign-in")).status).toBe(200);
});

test("who comes through our own proxy is told apart; anybody else's word for it does not count", async () => {
  const limits = { requestsPerMinute: 2, formsPerMinute: 30, signIn: { name: "proxy", points: 4, windowSeconds: 600 } };
  const statuses = async (trustedProxies: string[]) => {
    const behind = await startApp(database, { limits, env: { trustedProxies } });
    const answers = [];
    for (let host = 1; host <= 4; host++) {
      const forwarded = { "x-forwarded-for": `203.0.113.${host}` };
      answers.push((await behind.ask("/sign-in", { headers: forwarded })).status);
    }
    const numbers = await behind.ask("/metrics", { headers: { "x-forwarded-for": "203.0.113.1" } });
    await behind.stop();
    return [...answers, numbers.status];
  };
  expect(await statuses(["loopback"])).toEqual([200, 200, 200, 200, 404]);
  expect(await statuses([])).toEqual([200, 200, 429, 429, 200]);
});

test("an address that asks without end has to wait", async () => {
  const statuses = [];
  for (let time = 0; time < 45; time++) statuses.push((await app.get("/sign-in")).status);
  expect(statuses.at(-1)).toBe(429);
});

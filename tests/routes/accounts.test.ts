import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "~db/cast";
import { startApp, type TestApp } from "../support/app";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const locationOf = async (path: string, cookie?: string) => (await app.get(path, cookie)).headers.location;

test("everybody's home is the first page of their role", async () => {
  const homes = {
    ana: "/student",
    rosa: "/guardian",
    maya: "/mentor",
    tom: "/advisor",
    ines: "/coordinator",
    priya: "/coordinator",
  } as const;
  for (const [key, home] of Object.entries(homes)) {
    expect(await locationOf("/home", await app.signInAs(key as keyof typeof homes))).toBe(home);
  }
  expect(await locationOf("/home")).toBe("/sign-in?returnTo=%2Fhome");
});

test("the cast page signs in as anybody of the sample, and as nobody else", async () => {
  const page = await app.get("/local/cast");
  for (const { name } of [cast.ana, cast.ines, cast.maya, cast.greta]) expect(page.body).toContain(name);
  expect(page.body).not.toContain(cast.abdi.name);
  const answer = await app.post("/local/cast", { key: "ingridAtGarden" });
  const cookie = answer.cookies.find((pair) => pair.startsWith("session=")) ?? "";
  expect((await app.get("/account", cookie)).body).toContain("Rainier Street Community Garden (sample)");
  expect((await app.post("/local/cast", { key: "abdi" })).status).toBe(404);
  expect((await app.post("/local/cast", { key: "../ines" })).status).toBe(404);
});

test("the head of the page names the reader, their role and their place", async () => {
  const { body } = await app.get("/account", await app.signInAs("ines"));
  expect(body).toContain("Ines");
  expect(body).toContain("Coordinator, Lakeview Learning Lab (sample)");
});

test("one account changes between its places, and never to a stranger's", async () => {
  const rosa = await app.signInAs("rosa");
  const { body } = await app.get("/account", rosa);
  expect(body).toContain("Harbor Point School (sample)");
  const [other] = [...body.matchAll(/name="membershipId" value="([0-9a-f-]{36})"/g)].map((match) => match[1] ?? "");
  const answer = await app.post("/account/membership", { membershipId: other ?? "" }, rosa);
  expect([answer.status, answer.headers.location]).toEqual([302, "/home"]);
  expect((await app.get("/account", rosa)).body).toContain("Family, Harbor Point School (sample)");
  const ines = await app.signInAs("ines");
  expect((await app.post("/account/membership", { membershipId: other ?? "" }, ines)).status).toBe(404);
});

test("sessions are ended by their owner only", async () => {
  const [phone, laptop, stranger] = [
    await app.signInAs("june"),
    await app.signInAs("june"),
    await app.signInAs("greta"),
  ];
  const { body } = await app.get("/account", laptop);
  const [sessionId = ""] = [...body.matchAll(/name="sessionId" value="([0-9a-f-]{36})"/g)].map((match) => match[1]);
  expect((await app.post("/account", { intent: "end", sessionId }, stranger)).status).toBe(404);
  expect((await app.get("/account", phone)).status).toBe(200);
  expect((await app.post("/account", { intent: "end", sessionId }, laptop)).headers.location).toBe("/account");
  expect((await app.get("/account", phone)).status).toBe(302);
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import type { MailKind } from "~emails/kinds";
import { startApp, type TestApp } from "../support/app";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, promiseMail, readMail, type TestSchool } from "../support/mail";
import { sql } from "../support/sql";

let database: TestDatabase;
let school: TestSchool;
let app: TestApp;
let live: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
  app = await startApp(database);
  live = await startApp(database, { env: { mode: "live" } });
});
afterAll(async () => {
  await app.stop();
  await live.stop();
  await database.drop();
});
beforeEach(() => app.wiring.sent.splice(0));
afterEach(() => sql(database, "truncate mails, mail_suppressions, staff_tasks cascade"));

async function deliver(options: { kind?: MailKind; to?: string } = {}): Promise<string> {
  const mailId = await promiseMail(app.wiring, school, options);
  await deliverMail(app.wiring, { mailId });
  return mailId;
}

test("an empty mailbox says how mail comes into it", async () => {
  const page = await app.get("/local/mailbox");
  expect(page.status).toBe(200);
  expect(page.body).toContain("No mail yet");
});

test("the mailbox lists what was sent, and finds it by a part of the recipient's address", async () => {
  await deliver({ to: "rosa@family.example" });
  await deliver({ kind: "first-contact", to: "maya@host.example" });
  const all = await app.get("/local/mailbox");
  expect(all.body).toContain("rosa@family.example");
  expect(all.body).toContain("maya@host.example");
  const found = await app.get("/local/mailbox?to=MAYA");
  expect(found.body).toContain("maya@host.example");
  expect(found.body).not.toContain("rosa@family.example");
  expect((await app.get("/local/mailbox?to=%25")).body).toContain("No mail to %");
});

test("a mail shows its looks in a frame without scripts, its text with links, and its headers", async () => {
  const mailId = await deliver({ kind: "introduction-invitation" });
  const { body, headers } = await app.get(`/local/mailbox/${mailId}`);
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "none";
  expect(body).toMatch(/<iframe[^>]+sandbox="allow-top-navigation-by-user-activation"/);
  expect(body).toContain(`&lt;style nonce=&quot;${nonce}&quot;&gt;`);
  expect(body).toContain('href="https://throughline.example/invitation/example"');
  expect(body).toContain("List-Unsubscribe-Post");
  expect(body).not.toContain("allow-scripts");
});

test("a mail that is not written yet says so", async () => {
  const mailId = await promiseMail(app.wiring, school);
  expect((await app.get("/local/mailbox")).body).toContain("Not written yet");
  expect((await app.get(`/local/mailbox/${mailId}`)).body).toContain("still being written");
});

test("nobody finds a mailbox in live mode, nor a mail that is not there", async () => {
  const mailId = await deliver();
  const host = { host: new URL(live.origin).host };
  expect((await live.ask("/local/mailbox", { headers: host })).status).toBe(404);
  expect((await live.ask(`/local/mailbox/${mailId}`, { headers: host })).status).toBe(404);
  expect((await app.get("/local/mailbox/0199d1f0-0000-7000-8000-000000000000")).status).toBe(404);
  expect((await app.get("/local/mailbox/nothing")).status).toBe(404);
});

test("hostile queries are answered like an empty mailbox", async () => {
  for (const query of [
    "page=-1",
    "page=9007199254740992",
    "page=x",
    "to=%ED%A0%80",
    `to=${"x".repeat(5000)}`,
    "to=a&to=b",
  ]) {
    expect([query, (await app.get(`/local/mailbox?${query}`)).status]).toEqual([query, 200]);
  }
});

const unsubscribePathOf = async (mailId: string) => {
  const header = (await readMail(database, mailId)).frozen_headers?.["List-Unsubscribe"] ?? "";
  return new URL(header.slice(1, -1)).pathname;
};

test("a mail program stops outreach by one POST without cookies, and opening the link stops nothing", async () => {
  const path = await unsubscribePathOf(await deliver({ kind: "introduction-invitation", to: "omar@host.example" }));
  const page = await app.get(path);
  expect(page.body).toContain("omar@host.example");
  expect(await sql(database, "select id from mail_suppressions")).toEqual([]);
  for (const _again of [1, 2]) {
    const answer = await app.ask(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(answer.status).toBe(200);
  }
  expect(await sql(database, "select category, reason, district_id from mail_suppressions")).toEqual([
    { category: "outreach", reason: "unsubscribed", district_id: school.districtId },
  ]);
  const next = await deliver({ kind: "introduction-reminder", to: "omar@host.example" });
  expect(await readMail(database, next)).toMatchObject({ state: "suppressed" });
});

test("whoever stopped outreach by mistake takes it back by the same link and a button, as often as they like", async () => {
  const path = await unsubscribePathOf(await deliver({ kind: "introduction-invitation", to: "omar@host.example" }));
  expect((await app.post(path, {})).body).toContain("write to me again");
  await app.get(`${path}?again`);
  expect((await app.get(path)).body).toContain("write to me again");
  for (const _again of [1, 2]) {
    const { status, body } = await app.post(`${path}?again`, {});
    expect([status, body.includes("We may write to you like this again")]).toEqual([200, true]);
    expect(body).toContain("Stop this mail");
  }
  const next = await deliver({ kind: "introduction-reminder", to: "omar@host.example" });
  expect(await readMail(database, next)).toMatchObject({ state: "sent" });
});

test.each(["complained", "delete_me", "bounced"])(
  "a silence that was no mistake of the page stays: %s",
  async (why) => {
    const path = await unsubscribePathOf(await deliver({ kind: "introduction-invitation", to: "omar@host.example" }));
    await sql(
      database,
      `insert into mail_suppressions (address_hash, category, reason, district_id)
     values (sha256('omar@host.example'), 'outreach', $1, $2)`,
      [why, school.districtId],
    );
    const { status, body } = await app.post(`${path}?again`, {});
    expect([status, body.includes("Call the school if")]).toEqual([200, true]);
    expect(body.includes("is unwanted")).toBe(why === "complained");
    expect(body).not.toContain("write to me again");
    expect(await sql(database, "select reason from mail_suppressions")).toEqual([{ reason: why }]);
  },
);

test("a contact of an organisation may also be deleted there, by a second button, and presses it without a login", async () => {
  const mailId = await deliver({ kind: "give-invitation", to: "ida@work.example" });
  const [mentor] = await sql<{ id: string }>(
    database,
    "insert into mentors (district_id, full_name, name_used) values ($1, 'Ida Moe', 'Ida') returning id",
    [school.districtId],
  );
  await sql(database, "update mails set recipient_mentor_id = $1 where id = $2", [mentor?.id, mailId]);
  const path = await unsubscribePathOf(mailId);
  expect((await app.get(path)).body).toContain("Stop this mail and delete my data");
  const answer = await app.post(`${path}?delete`, {});
  expect([answer.status, answer.body.includes("the school deletes your data")]).toEqual([200, true]);
  expect(await sql(database, "select kind from staff_tasks")).toEqual([{ kind: "delete_contact" }]);
});

test("an unsubscribe link that we did not make leads nowhere", async () => {
  const path = await unsubscribePathOf(await deliver({ kind: "introduction-invitation" }));
  const forged = `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`.replace(/.(?=.{10}$)/, (letter) =>
    letter === "x" ? "y" : "x",
  );
  expect((await app.get(forged)).status).toBe(404);
  expect((await app.ask(forged, { method: "POST" })).status).toBe(404);
  expect((await app.ask(`${forged}?again`, { method: "POST" })).status).toBe(404);
  expect(await sql(database, "select id from mail_suppressions")).toEqual([]);
});

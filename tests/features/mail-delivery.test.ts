import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { suppressMail } from "~db/mails.server";
import { withSystem } from "~db/scope.server";
import { createResendMailer } from "~emails/resend.server";
import { createSmtpMailer } from "~emails/smtp.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, listJobs, promiseMail, readMail, type TestSchool } from "../support/mail";
import { type ResendDouble, startResendDouble } from "../support/resend-double";
import { startSmtpDouble } from "../support/smtp-double";
import { sql } from "../support/sql";
import { createTestWiring, TEST_NOW, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let school: TestSchool;
let double: ResendDouble;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
});
beforeEach(async () => {
  double = await startResendDouble();
  const base = createTestWiring(database, { connections: 25 });
  const resend = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: double.url,
    requestsPerSecond: 2,
    webhookSecrets: [],
    from: "Throughline <mail@throughline.example>",
  });
  wiring = { ...base, mailer: { ...resend, capabilities: { ...resend.capabilities, minimumGapMs: 0 } } };
});
afterEach(async () => {
  expect(double.faults).toEqual([]);
  await double.stop();
  await wiring.close();
  await sql(database, "truncate mails, mail_suppressions, mail_transports, staff_tasks cascade");
});
afterAll(() => database.drop());

const deliver = (mailId: string) => deliverMail(wiring, { mailId });
const tasks = () => sql(database, "select kind, subject_id from staff_tasks where state = 'open'");

test("a promised mail is rendered in its recipient's language, frozen and sent", async () => {
  const mailId = await promiseMail(wiring, school);
  expect(await deliver(mailId)).toBe("sent");
  const mail = await readMail(database, mailId);
  expect(mail).toMatchObject({ state: "sent", attempts: 1, claimed_until: null });
  expect(mail.frozen_html).toContain('lang="es"');
  expect(double.taken).toHaveLength(1);
  expect(double.taken[0]).toMatchObject({ key: mailId, to: ["rosa@family.example"], subject: mail.frozen_subject });
  expect(double.taken[0]?.body).toMatchObject({
    from: '"Lakeview High School" <mail@throughline.example>',
    text: mail.frozen_text,
  });
});

test("20 workers with the same mail send it once", async () => {
  const mailId = await promiseMail(wiring, school);
  const ends = await Promise.all(Array.from({ length: 20 }, () => deliver(mailId)));
  expect(ends.filter((end) => end === "sent")).toHaveLength(1);
  // Whoever comes while it is sent puts it off, whoever comes after finds it over.
  expect(ends.filter((end) => !["sent", "put_off", "over"].includes(end))).toEqual([]);
  expect(double.requests).toBe(1);
});

test("a mail that is sent, or that was erased, is over", async () => {
  const mailId = await promiseMail(wiring, school);
  await deliver(mailId);
  expect(await deliver(mailId)).toBe("over");
  expect(await deliver("0199d1f0-0000-7000-8000-000000000000")).toBe("over");
  expect(double.requests).toBe(1);
});

test("a suppressed address hears nothing, and staff get a task", async () => {
  const mailId = await promiseMail(wiring, school, { to: "Gone@Host.example" });
  await withSystem(wiring, (tx) =>
    suppressMail(tx, {
      mail: " gone@host.example",
      category: "transactional",
      reason: "bounced",
      districtId: null,
      now: TEST_NOW,
    }),
  );
  expect(await deliver(mailId)).toBe("suppressed");
  expect(await deliver(mailId)).toBe("over");
  expect(double.requests).toBe(0);
  expect(await tasks()).toEqual([{ kind: "mail_undeliverable", subject_id: mailId }]);
});

test("who wants no outreach from a district still gets what concerns them, and outreach of another district", async () => {
  const elsewhere = await insertSchool(database, "harbor");
  await withSystem(wiring, (tx) =>
    suppressMail(tx, {
      mail: "priya@host.example",
      category: "outreach",
      reason: "unsubscribed",
      districtId: school.districtId,
      now: TEST_NOW,
    }),
  );
  const to = "priya@host.example";
  expect(await deliver(await promiseMail(wiring, school, { kind: "introduction-invitation", to }))).toBe("suppressed");
  expect(await deliver(await promiseMail(wiring, school, { kind: "first-contact", to }))).toBe("sent");
  expect(await deliver(await promiseMail(wiring, elsewhere, { kind: "introduction-invitation", to }))).toBe("sent");
});

test("outreach leaves with a one-click unsubscribe, other mail without", async () => {
  const invitation = await promiseMail(wiring, school, { kind: "introduction-invitation" });
  const request = await promiseMail(wiring, school);
  await deliver(invitation);
  await deliver(request);
  expect((await readMail(database, invitation)).frozen_headers?.["List-Unsubscribe"]).toMatch(
    /^<http.+\/unsubscribe\/[\w-]{43}>$/,
  );
  expect((await readMail(database, request)).frozen_headers).not.toHaveProperty("List-Unsubscribe");
});

test("after a lost answer the same bytes go out under the same key, and one mail leaves", async () => {
  const mailId = await promiseMail(wiring, school);
  double.next("lose-answer");
  expect(await deliver(mailId)).toBe("put_off");
  expect(await readMail(database, mailId)).toMatchObject({
    state: "queued",
    last_error: "no answer application_error",
  });
  await sql(database, "update schools set name = 'Renamed High School' where id = $1", [school.schoolId]);
  wiring.clock.pass(1);
  expect(await deliver(mailId)).toBe("sent");
  await sql(database, "update schools set name = 'Lakeview High School' where id = $1", [school.schoolId]);
  expect(double.requests).toBe(2);
  expect(double.taken).toHaveLength(1);
});

test("an outcome that stays unknown for 20 hours goes to a person, and is not tried again", async () => {
  const mailId = await promiseMail(wiring, school);
  double.next("lose-answer", { status: 500, name: "internal_server_error" });
  await deliver(mailId);
  wiring.clock.pass(19 * 60);
  expect(await deliver(mailId)).toBe("put_off");
  wiring.clock.pass(61);
  expect(await deliver(mailId)).toBe("needs_person");
  expect(double.requests).toBe(2);
  expect(await tasks()).toEqual([{ kind: "mail_failed", subject_id: mailId }]);
});

test("a refused mail is dead, with a task for staff", async () => {
  const mailId = await promiseMail(wiring, school);
  double.next({ status: 422, name: "validation_error" });
  expect(await deliver(mailId)).toBe("failed");
  expect(await deliver(mailId)).toBe("over");
  expect(await readMail(database, mailId)).toMatchObject({ state: "failed", last_error: "422 validation_error" });
  expect(await tasks()).toEqual([{ kind: "mail_undeliverable", subject_id: mailId }]);
});

test("a key that the provider knows with other bytes, after a lost answer, goes to a person: it most likely left", async () => {
  const mailId = await promiseMail(wiring, school);
  double.next("lose-answer", { status: 409, name: "invalid_idempotent_request" });
  expect(await deliver(mailId)).toBe("put_off");
  wiring.clock.pass(1);
  expect(await deliver(mailId)).toBe("needs_person");
  expect(double.taken).toHaveLength(1);
  expect(await tasks()).toEqual([{ kind: "mail_failed", subject_id: mailId }]);
});

test.each([
  ["props", "update mails set props = props - 'studentFirstName' where id = $1", "props studentFirstName"],
  ["a kind", "update mails set kind = 'of-another-release' where id = $1", "TypeError"],
])("a mail with %s of another release is seen, comes again twice, and then is a task", async (_what, change, fault) => {
  const mailId = await promiseMail(wiring, school);
  await sql(database, change, [mailId]);
  for (const nth of [1, 2]) {
    expect(await deliver(mailId), `try ${nth}`).toBe("put_off");
    const waiting = { state: "queued", handed_at: null, last_error: `could not be written: ${fault}` };
    expect(await readMail(database, mailId)).toMatchObject(waiting);
    expect(await listJobs(database, "deliver-mail")).toContainEqual(expect.objectContaining({ key: `mail:${mailId}` }));
    wiring.clock.pass(11);
  }
  expect(await deliver(mailId)).toBe("failed");
  expect(await deliver(mailId)).toBe("over");
  expect(double.requests).toBe(0);
  expect(await tasks()).toEqual([{ kind: "mail_undeliverable", subject_id: mailId }]);
  expect(wiring.lines.filter(({ level }) => level === "error")).toHaveLength(3);
  expect(JSON.stringify(wiring.lines)).not.toContain("Ana");
});

test("a mail that could not be written goes out once the next release can", async () => {
  const mailId = await promiseMail(wiring, school);
  await sql(database, "update mails set props = props - 'studentFirstName' where id = $1", [mailId]);
  expect(await deliver(mailId)).toBe("put_off");
  await sql(database, `update mails set props = props || '{"studentFirstName": "Ana"}' where id = $1`, [mailId]);
  wiring.clock.pass(11);
  expect(await deliver(mailId)).toBe("sent");
});

test("too fast: all mail waits as long as the provider says, then goes on", async () => {
  const [first, second] = [await promiseMail(wiring, school), await promiseMail(wiring, school)];
  double.next({ status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "30" } });
  expect(await deliver(first)).toBe("put_off");
  expect(await deliver(second)).toBe("put_off");
  expect(double.requests).toBe(1);
  expect(await readMail(database, first)).toMatchObject({ state: "queued", handed_at: null });
  const waiting = await listJobs(database, "deliver-mail");
  const times = waiting
    .filter(({ key }) => key === `mail:${first}` || key === `mail:${second}`)
    .map(({ run_at }) => new Date(run_at).getTime());
  expect(Math.min(...times)).toBeGreaterThanOrEqual(TEST_NOW.getTime() + 30_000);
  wiring.clock.pass(1);
  expect([await deliver(first), await deliver(second)]).toEqual(["sent", "sent"]);
});

test.each([
  [401, "restricted_api_key"],
  [403, "invalid_api_key"],
] as const)("a refused key (%i) stops all mail, loses none, and is said in the log", async (status, name) => {
  const [first, second] = [await promiseMail(wiring, school), await promiseMail(wiring, school)];
  double.next({ status, name });
  expect([await deliver(first), await deliver(second)]).toEqual(["put_off", "put_off"]);
  expect(double.requests).toBe(1);
  expect(wiring.lines.filter(({ level }) => level === "error")).toHaveLength(1);
  const [transport] = await sql(database, "select fault from mail_transports");
  expect(transport).toEqual({ fault: `${status} ${name}` });
  wiring.clock.pass(11);
  expect([await deliver(first), await deliver(second)]).toEqual(["sent", "sent"]);
  expect(await sql(database, "select fault from mail_transports")).toEqual([{ fault: null }]);
});

test("through a mail server of the school's own: what it puts off comes again alone, an unknown outcome goes to a person, and two days end it", async () => {
  const server = await startSmtpDouble();
  const from = "Throughline <mail@throughline.example>";
  const smtp = { ...wiring, mailer: createSmtpMailer({ url: server.url, from, replySecret: null }) };
  const through = (mailId: string) => deliverMail(smtp, { mailId });
  const written = TEST_NOW.toISOString();
  const promised = async () => {
    const mailId = await promiseMail(wiring, school);
    await sql(database, `update mails set created_at = '${written}' where id = '${mailId}'`);
    return mailId;
  };

  const [late, other, lost] = [await promised(), await promised(), await promised()];
  server.next({ at: "recipient", code: 451 });
  expect(await through(late)).toBe("put_off");
  expect(await through(other), "others do not wait for it").toBe("sent");
  wiring.clock.pass(5);
  expect(await through(late)).toBe("sent");
  server.next("lose-answer");
  expect(await through(lost)).toBe("needs_person");
  expect(await through(lost), "it is not tried again: it may have left").toBe("over");
  expect(server.taken).toHaveLength(3);

  const never = await promised();
  wiring.clock.pass(2 * 24 * 60 + 1);
  server.next({ at: "recipient", code: 451 });
  expect(await through(never)).toBe("failed");
  expect(await readMail(database, never)).toMatchObject({ last_error: "put off for two days: 451 EENVELOPE RCPT TO" });
  expect((await tasks()).map((task) => task.subject_id).sort()).toEqual([lost, never].sort());
  await server.stop();
});

test("two mails of all workers keep the transport's pace", async () => {
  const paced = {
    ...wiring,
    mailer: { ...wiring.mailer, capabilities: { ...wiring.mailer.capabilities, minimumGapMs: 20 } },
  };
  const ids = [await promiseMail(wiring, school), await promiseMail(wiring, school), await promiseMail(wiring, school)];
  await Promise.all(ids.map((mailId) => deliverMail(paced, { mailId })));
  const [transport] = await sql<{ next: string }>(database, "select next_send_at as next from mail_transports");
  expect(transport?.next).toBe(new Date(TEST_NOW.getTime() + 60).toISOString());
});

test("a sign-in mail is emptied once it has left, and kept where it is read on this machine", async () => {
  const signIn = () =>
    sql<{ id: string }>(
      database,
      `insert into mails (kind, category, props, recipient_mail, recipient_language, dedupe_key)
        values ('sign-in', 'transactional', '{"code":"204816","link":"http://localhost/l","minutes":10}', 'ana@school.example', 'en', gen_random_uuid())
        returning id`,
    ).then(([row]) => row?.id ?? "");
  const left = await signIn();
  await deliver(left);
  const emptied = await readMail(database, left);
  expect(emptied).toMatchObject({ state: "sent", props: {}, frozen_subject: "", frozen_html: null, frozen_text: null });
  expect(JSON.stringify(emptied)).not.toContain("204816");
  const local = await signIn();
  wiring.mailer.capabilities.rowIsTheMailbox = true;
  await deliver(local);
  expect((await readMail(database, local)).frozen_text).toContain("204816");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromOf, headersOf } from "~emails/addressing";
import { createLocalMailbox } from "~emails/local-mailbox.server";
import type { Mailer, OutgoingMail } from "~emails/mailer";
import { createResendMailer } from "~emails/resend.server";
import { createSmtpMailer } from "~emails/smtp.server";
import { type Behaviour, type ResendDouble, startResendDouble } from "../support/resend-double";
import { type SmtpBehaviour, type SmtpDouble, startSmtpDouble } from "../support/smtp-double";

let double: ResendDouble;
let server: SmtpDouble;
let resend: Mailer;
let smtp: Mailer;
beforeAll(async () => {
  double = await startResendDouble();
  resend = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: double.url,
    requestsPerSecond: 2,
    webhookSecrets: [],
    from: "Throughline <mail@throughline.example>",
  });
  server = await startSmtpDouble();
  smtp = createSmtpMailer({ url: server.url, from: "Throughline <mail@throughline.example>", replySecret: null });
});
afterAll(async () => {
  await double.stop();
  await server.stop();
});

let count = 0;
const aMail = (change: Partial<OutgoingMail> = {}): OutgoingMail => {
  count += 1;
  return {
    key: `key-${count}`,
    from: '"Lakeview High School" <mail@throughline.example>',
    to: "rosa@family.example",
    subject: "¿Sí o no?",
    html: "<p>Hola</p>",
    text: "Hola",
    headers: { "Auto-Submitted": "auto-generated" },
    calendar: null,
    kind: "consent-request",
    ...change,
  };
};

describe.each([
  ["resend", () => resend],
  ["smtp", () => smtp],
  ["local mailbox", () => createLocalMailbox()],
])("every mailer (%s)", (_name, open) => {
  test("takes a mail and says under which id", async () => {
    const result = await open().send(aMail());
    expect(result).toEqual({ outcome: "accepted", providerId: expect.stringMatching(/.+/) });
  });

  test("answers the same id for the same key", async () => {
    const [mailer, mail] = [open(), aMail()];
    expect(await mailer.send(mail)).toEqual(await mailer.send(mail));
  });

  test("has a sender and a pace", () => {
    expect(open().from).toMatch(/@/);
    expect(open().capabilities.minimumGapMs).toBeGreaterThanOrEqual(0);
  });
});

const answers: [string, Behaviour, object][] = [
  ["a lost request", "lose-request", { outcome: "unknown" }],
  ["a lost answer", "lose-answer", { outcome: "unknown" }],
  ["500", { status: 500, name: "internal_server_error" }, { outcome: "unknown" }],
  ["502", { status: 502, name: "application_error" }, { outcome: "unknown" }],
  [
    "a request of the same key still under way",
    { status: 409, name: "concurrent_idempotent_requests" },
    { outcome: "unknown" },
  ],
  ["another payload under the key", { status: 409, name: "invalid_idempotent_request" }, { outcome: "unsure" }],
  ["422", { status: 422, name: "validation_error" }, { outcome: "refused" }],
  ["400", { status: 400, name: "validation_error" }, { outcome: "refused" }],
  ["401", { status: 401, name: "restricted_api_key" }, { outcome: "stopped" }],
  ["403", { status: 403, name: "invalid_api_key" }, { outcome: "stopped" }],
  [
    "429 that says how long",
    { status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "7" } },
    { outcome: "wait", seconds: 7 },
  ],
  ["429 that does not", { status: 429, name: "rate_limit_exceeded" }, { outcome: "wait", seconds: 1 }],
  ["a used-up quota", { status: 429, name: "daily_quota_exceeded" }, { outcome: "wait", seconds: 3600 }],
];

test.each(answers)(
  "resend: %s is answered, never thrown, and without an address in the reason",
  async (_what, behaviour, expected) => {
    double.next(behaviour);
    const result = await resend.send(aMail());
    expect(result).toMatchObject(expected);
    expect("reason" in result && result.reason).not.toContain("@");
  },
);

test("resend: the same mail after a lost answer leaves once", async () => {
  const mail = aMail();
  double.next("lose-answer");
  expect((await resend.send(mail)).outcome).toBe("unknown");
  expect((await resend.send(mail)).outcome).toBe("accepted");
  expect(double.taken.filter((taken) => taken.key === mail.key)).toHaveLength(1);
});

test("an answer goes to its own address by either way", async () => {
  const replyTo = "r-abcdefghijklmnopqrstuvwxyz234567@replies.example";
  const mail = aMail({ headers: { "Auto-Submitted": "auto-generated", "Reply-To": replyTo } });
  expect((await resend.send(mail)).outcome).toBe("accepted");
  expect(double.taken.find(({ key }) => key === mail.key)?.body).toMatchObject({ reply_to: replyTo });
  expect(double.faults).toEqual([]);
  expect((await smtp.send(mail)).outcome).toBe("accepted");
  expect(JSON.stringify(server.taken.at(-1))).toContain(replyTo);
});

const invite = { method: "CANCEL" as const, text: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n" };

test("resend: a calendar entry leaves with its method in the type, so that calendars act on it", async () => {
  const mail = aMail({ calendar: invite });
  expect((await resend.send(mail)).outcome).toBe("accepted");
  const body = double.taken.find(({ key }) => key === mail.key)?.body;
  const [attachment] = (body?.attachments ?? []) as Record<string, string>[];
  expect(attachment).toMatchObject({
    filename: "invite.ics",
    content_type: "text/calendar; charset=utf-8; method=CANCEL",
  });
  expect(Buffer.from(attachment?.content ?? "", "base64").toString()).toBe(invite.text);
});

test("smtp: a calendar entry is a way to read the mail, with its method in the type", async () => {
  const mail = aMail({ calendar: invite });
  expect((await smtp.send(mail)).outcome).toBe("accepted");
  const parts = server.taken
    .at(-1)
    ?.attachments.map(({ contentType, headers }) => [contentType, headers.get("content-type")]);
  expect(parts).toContainEqual([
    "text/calendar",
    expect.objectContaining({ params: expect.objectContaining({ method: "CANCEL" }) }),
  ]);
});

test("resend: no request of ours breaks its rules", () => {
  expect(double.faults).toEqual([]);
});

const smtpAnswers: [string, SmtpBehaviour, object][] = [
  ["a server that hangs up before it has the text", "hang-up-before-data", { outcome: "wait", seconds: 60 }],
  ["a lost answer", "lose-answer", { outcome: "unknown" }],
  ["a recipient that does not exist", { at: "recipient", code: 550 }, { outcome: "refused" }],
  ["a recipient who is to be tried later", { at: "recipient", code: 451 }, { outcome: "later", seconds: 300 }],
  ["a text that is refused", { at: "data", code: 554 }, { outcome: "refused" }],
  ["a text that is to be tried later", { at: "data", code: 452 }, { outcome: "later", seconds: 300 }],
  ["a sender that is not ours", { at: "mail", code: 550 }, { outcome: "stopped" }],
  ["a server that is too busy for a sender", { at: "mail", code: 421 }, { outcome: "wait", seconds: 60 }],
];

test.each(smtpAnswers)(
  "smtp: %s is answered, never thrown, and without an address in the reason",
  async (_what, behaviour, expected) => {
    server.next(behaviour);
    const result = await smtp.send(aMail());
    expect(result).toMatchObject(expected);
    expect("reason" in result && result.reason).not.toContain("@");
  },
);

test("smtp: a wrong password, and a server that is not there, stop the queue and lose nothing", async () => {
  const from = "Throughline <mail@throughline.example>";
  const wrong = createSmtpMailer({ url: server.url.replace("school:", "somebody:"), from, replySecret: null });
  expect(await wrong.send(aMail())).toMatchObject({ outcome: "stopped", reason: "535 EAUTH AUTH PLAIN" });
  const nobody = createSmtpMailer({ url: "smtp://school:x@127.0.0.1:1", from, replySecret: null });
  expect(await nobody.send(aMail())).toMatchObject({ outcome: "wait", seconds: 60 });
});

test("smtp: nothing is sent in the clear to a server elsewhere", async () => {
  const url = server.url.replace("127.0.0.1", "localhost.");
  const mailer = createSmtpMailer({ url, from: "Throughline <mail@throughline.example>", replySecret: null });
  const before = server.taken.length;
  expect((await mailer.send(aMail())).outcome).not.toBe("accepted");
  expect(server.taken).toHaveLength(before);
});

test("smtp: what arrives is what was frozen: both texts, headers, one recipient, and an id made of the key", async () => {
  const mail = aMail({ headers: { "Auto-Submitted": "auto-generated", "Content-Language": "es" } });
  await smtp.send(mail);
  const arrived = server.taken.at(-1);
  expect(arrived).toMatchObject({ subject: mail.subject, messageId: `<${mail.key}@throughline.example>` });
  expect([arrived?.text?.trim(), arrived?.html]).toEqual([mail.text, mail.html]);
  expect(arrived?.headers.get("content-language")).toBe("es");
  expect(arrived?.from?.text).toBe('"Lakeview High School" <mail@throughline.example>');
});

const ONE_CLICK = headersOf({ language: "es", unsubscribeLink: "https://x.example/unsubscribe/t", replyTo: null });

test("every mail that leaves carries the headers that were frozen: the one-click ones of RFC 8058 arrive as they are", async () => {
  await resend.send(aMail({ headers: ONE_CLICK }));
  expect(double.taken.at(-1)?.body.headers).toEqual(ONE_CLICK);
  await smtp.send(aMail({ headers: ONE_CLICK }));
  const arrived = server.taken.at(-1)?.headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, " "));
  expect(arrived).toEqual(
    expect.arrayContaining(Object.entries(ONE_CLICK).map(([name, value]) => `${name}: ${value}`)),
  );
});

test("smtp: it does not say that it deduplicates, so that an unknown outcome goes to a person", () => {
  expect([smtp, resend].map(({ capabilities }) => capabilities.deduplicates)).toEqual([false, true]);
});

test("a mail is from the school by name, whatever is in the name", () => {
  const sender = { name: 'Lake "view"\r\n <x@y>', postalAddress: "", helpName: "", helpPhone: "" };
  expect(fromOf("Throughline <mail@throughline.example>", sender)).toBe('"Lake view x@y" <mail@throughline.example>');
  expect(fromOf("mail@throughline.example", { ...sender, name: "Harbor" })).toBe('"Harbor" <mail@throughline.example>');
  expect(fromOf("Throughline <mail@throughline.example>", null)).toBe("Throughline <mail@throughline.example>");
});

test("only mail with an unsubscribe link carries the one-click header", () => {
  expect(headersOf({ language: "en", unsubscribeLink: null, replyTo: null })).not.toHaveProperty("List-Unsubscribe");
  expect(
    headersOf({ language: "en", unsubscribeLink: "https://x.example/unsubscribe/t", replyTo: null }),
  ).toMatchObject({
    "List-Unsubscribe": "<https://x.example/unsubscribe/t>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
});

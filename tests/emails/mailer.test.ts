import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromOf, headersOf } from "~emails/addressing";
import { createLocalMailbox } from "~emails/local-mailbox.server";
import type { Mailer, OutgoingMail } from "~emails/mailer";
import { createResendMailer } from "~emails/resend.server";
import { type Behaviour, type ResendDouble, startResendDouble } from "../support/resend-double";

let double: ResendDouble;
let resend: Mailer;
beforeAll(async () => {
  double = await startResendDouble();
  resend = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: double.url,
    from: "Throughline <mail@throughline.example>",
  });
});
afterAll(() => double.stop());

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
    kind: "consent-request",
    ...change,
  };
};

describe.each([
  ["resend", () => resend],
  ["local mailbox", () => createLocalMailbox()],
])("every mailer (%s)", (_name, open) => {
  test("takes a mail and says under which id", async () => {
    const result = await open().send(aMail());
    expect(result).toEqual({ outcome: "accepted", providerId: expect.stringMatching(/.+/) });
  });

  test("answers the same id for the same key when it says that it deduplicates", async () => {
    const [mailer, mail] = [open(), aMail()];
    expect(mailer.capabilities.deduplicates).toBe(true);
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
  ["another payload under the key", { status: 409, name: "invalid_idempotent_request" }, { outcome: "refused" }],
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

test("resend: no request of ours breaks its rules", () => {
  expect(double.faults).toEqual([]);
});

test("a mail is from the school by name, whatever is in the name", () => {
  const sender = { name: 'Lake "view"\r\n <x@y>', postalAddress: "", helpName: "", helpPhone: "" };
  expect(fromOf("Throughline <mail@throughline.example>", sender)).toBe('"Lake view x@y" <mail@throughline.example>');
  expect(fromOf("mail@throughline.example", { ...sender, name: "Harbor" })).toBe('"Harbor" <mail@throughline.example>');
  expect(fromOf("Throughline <mail@throughline.example>", null)).toBe("Throughline <mail@throughline.example>");
});

test("only mail with an unsubscribe link carries the one-click header", () => {
  expect(headersOf({ language: "en", unsubscribeLink: null })).not.toHaveProperty("List-Unsubscribe");
  expect(headersOf({ language: "en", unsubscribeLink: "https://x.example/unsubscribe/t" })).toMatchObject({
    "List-Unsubscribe": "<https://x.example/unsubscribe/t>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
});

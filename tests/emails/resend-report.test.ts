import { describe, expect, test } from "vitest";
import { createResendMailer } from "~emails/resend.server";
import { PERMANENT, reportOf, signReport, type Told, WEBHOOK_SECRETS } from "../support/mail-reports";

const mailId = "0199d1f0-1234-7000-8000-00000000beef";
const mailer = (webhookSecrets: readonly string[]) =>
  createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: null,
    requestsPerSecond: 2,
    webhookSecrets,
    from: "Throughline <mail@throughline.example>",
  });
const read = (...signed: Parameters<typeof signReport>) => mailer(WEBHOOK_SECRETS).reports?.read(signReport(...signed));
const delivered = reportOf({ type: "email.delivered", mailId });

test("without a secret nobody can prove a report, so none is taken", () => {
  expect(mailer([]).reports).toBeNull();
});

test("a report names our mail, the provider's mail and itself", () => {
  expect(read(delivered, { id: "msg_1" })).toEqual({
    eventId: "msg_1",
    type: "email.delivered",
    arrival: "delivered",
    providerId: "56761188-7520-42d8-8898-ff6fc54ce618",
    key: mailId,
  });
});

describe("a signature", () => {
  test("of either secret counts, so that one can be changed while reports come", () => {
    for (const secret of WEBHOOK_SECRETS) expect(read(delivered, { secret })).toMatchObject({ key: mailId });
  });

  test("of another secret, over other bytes, another id or another moment does not", () => {
    const signed = signReport(delivered);
    const { reports } = mailer(WEBHOOK_SECRETS);
    const foreign = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
    expect(reports?.read(signReport(delivered, { secret: foreign }))).toBeNull();
    expect(reports?.read({ ...signed, payload: `${delivered} ` })).toBeNull();
    expect(reports?.read({ ...signed, payload: delivered.replace("delivered", "complained") })).toBeNull();
    expect(reports?.read({ ...signed, id: "msg_other" })).toBeNull();
    expect(reports?.read({ ...signed, timestamp: String(Number(signed.timestamp) - 1) })).toBeNull();
    expect(reports?.read(signed)).not.toBeNull();
  });

  test("that is missing, empty, of no known version or ten minutes old does not", () => {
    const signed = signReport(delivered);
    const { reports } = mailer(WEBHOOK_SECRETS);
    for (const signature of ["", "v1,", "v2,abc", signed.signature.replace("v1", "v1a"), "\u0000"])
      expect(reports?.read({ ...signed, signature })).toBeNull();
    expect(reports?.read({ ...signed, timestamp: "soon" })).toBeNull();
    expect(reports?.read(signReport(delivered, { age: 600 }))).toBeNull();
  });
});

describe("what a report means", () => {
  const meanings: [string, Omit<Told, "mailId">, string][] = [
    ["sent", { type: "email.sent" }, "sent"],
    ["delayed", { type: "email.delivery_delayed" }, "delayed"],
    ["delivered", { type: "email.delivered" }, "delivered"],
    ["a bounce for ever", { type: "email.bounced", bounce: PERMANENT }, "bounced"],
    ["a full mailbox", { type: "email.bounced", bounce: { ...PERMANENT, type: "Transient" } }, "returned"],
    [
      "a bounce nobody could read",
      { type: "email.bounced", bounce: { ...PERMANENT, type: "Undetermined" } },
      "returned",
    ],
    ["held back since an earlier bounce", { type: "email.suppressed" }, "bounced"],
    ["not sent after all", { type: "email.failed" }, "returned"],
    ["a complaint", { type: "email.complained" }, "complained"],
  ];
  test.each(meanings)("%s", (_what, told, arrival) => {
    expect(read(reportOf({ ...told, mailId }))).toMatchObject({ arrival });
  });

  test.each([
    ["an opening, which nobody asked for", reportOf({ type: "email.opened", mailId })],
    ["a kind that does not exist yet", reportOf({ type: "email.teleported", mailId })],
    [
      "a mail of somebody else on the same account",
      reportOf({ type: "email.bounced", mailId: null, bounce: PERMANENT }),
    ],
    ["a tag that is no id of ours", reportOf({ type: "email.bounced", mailId: "1 or 1=1", bounce: PERMANENT })],
    ["a contact, which we do not keep there", JSON.stringify({ type: "contact.created", data: { id: "1" } })],
    ["nothing", ""],
  ])("%s is read and left alone", (_what, payload) => {
    expect(read(payload)).toBe("unread");
  });
});

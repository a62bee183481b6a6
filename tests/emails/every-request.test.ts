import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { languages } from "~/i18n";
import { mailCatalogue } from "~emails/catalogue";
import { type MailKind, mailKinds } from "~emails/kinds";
import type { Mailer } from "~emails/mailer";
import { renderMail } from "~emails/render";
import { createResendMailer } from "~emails/resend.server";
import { type ResendDouble, startResendDouble } from "../support/resend-double";

let double: ResendDouble;
let mailer: Mailer;
beforeAll(async () => {
  double = await startResendDouble();
  mailer = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: double.url,
    requestsPerSecond: 2,
    webhookSecrets: [],
    from: "Throughline <mail@throughline.example>",
  });
});
afterAll(() => double.stop());

const kinds = Object.keys(mailKinds) as MailKind[];
type Props = Record<string, unknown>;

/** The example of a kind, in every combination of what its props may choose: each word of a list, yes and no, and nothing. */
function casesOf(kind: MailKind): Props[] {
  const example = mailCatalogue[kind].example as Props;
  return Object.entries(mailKinds[kind].props.shape).reduce<Props[]>(
    (cases, [name, schema]) =>
      cases.flatMap((props) => choicesOf(schema, example[name]).map((value) => ({ ...props, [name]: value }))),
    [example],
  );
}

function choicesOf(schema: z.core.$ZodType, example: unknown): unknown[] {
  if (schema instanceof z.ZodDefault) return choicesOf(schema.def.innerType, example);
  if (schema instanceof z.ZodNullable) return [null, ...choicesOf(schema.def.innerType, example)];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodBoolean) return [true, false];
  return [example];
}

const sender = {
  name: 'Lakeview "High" School, José Ñandú',
  postalAddress: "100 Lake Street, Seattle, WA 98103",
  helpName: "Dana Whitfield",
  helpPhone: "+1 206 555 0142",
};

describe.each(languages)("in %s", (language) => {
  test.each(kinds)("the provider takes every case of %s", async (kind) => {
    for (const [at, props] of casesOf(kind).entries()) {
      const mayBeStopped = mailKinds[kind].category !== "transactional";
      const mail = await renderMail({
        kind,
        props: mailKinds[kind].props.parse(props) as never,
        language,
        to: "reader@family.example",
        from: mailer.from,
        sender: kind === "sign-in" ? null : sender,
        unsubscribeLink: mayBeStopped ? `https://throughline.example/unsubscribe/${"x".repeat(43)}` : null,
      });
      const { calendar, ...words } = mail;
      const sent = await mailer.send({
        ...words,
        calendar: calendar as never,
        key: `${kind}-${language}-${at}`,
        to: "reader@family.example",
        kind,
      });
      expect(sent, JSON.stringify(props)).toMatchObject({ outcome: "accepted" });
    }
    expect(double.faults).toEqual([]);
  });
});

test("the cases of a visit are every reader, event and kind of it, with and without its place", () => {
  expect(casesOf("visit-news")).toHaveLength(3 * 4 * 2 * 2);
});

const entry = { filename: "invite.ics", content: "QUJD", content_type: "text/calendar; charset=utf-8; method=REQUEST" };
const refusals: [string, Props][] = [
  [
    "two tags of one name",
    {
      tags: [
        { name: "kind", value: "a" },
        { name: "kind", value: "b" },
      ],
    },
  ],
  ["a tag with a space", { tags: [{ name: "kind", value: "a b" }] }],
  ["a tag with more than name and value", { tags: [{ name: "kind", value: "a", note: "x" }] }],
  ["76 tags", { tags: Array.from({ length: 76 }, (_, at) => ({ name: `t${at}`, value: "x" })) }],
  ["a header of two lines", { headers: { "X-A": "one\r\nBcc: x@y.example" } }],
  ["a header beyond ASCII", { headers: { "X-A": "José" } }],
  ["a header name with a space", { headers: { "X A": "b" } }],
  ["a header that is a field of the request", { headers: { Subject: "x" } }],
  ["a header too long for a line", { headers: { "X-A": "x".repeat(998) } }],
  ["an answer address that is none", { reply_to: "school" }],
  ["an attachment that is not base64", { attachments: [{ ...entry, content: "¿?" }] }],
  ["an attachment without content", { attachments: [{ ...entry, content: "" }] }],
  ["an attachment with a path for a name", { attachments: [{ ...entry, filename: "../invite.ics" }] }],
  ["an attachment without a type", { attachments: [{ filename: entry.filename, content: entry.content }] }],
  ["a field of an attachment that it does not know", { attachments: [{ ...entry, contentType: "text/plain" }] }],
  ["attachments over 40 MB", { attachments: [{ ...entry, content: "QUJD".repeat(10 * 1024 * 1024 + 1) }] }],
];

test.each(refusals)("the double refuses %s, and takes the same request without", async (_what, change) => {
  const strict = await startResendDouble();
  const request = { from: "a@b.example", to: ["c@d.example"], subject: "x", html: "<p>x</p>", text: "x" };
  const post = (body: Props, key: string) =>
    fetch(`${strict.url}/emails`, {
      method: "POST",
      headers: { authorization: "Bearer re_test", "idempotency-key": key },
      body: JSON.stringify(body),
    });
  const whole = { ...request, attachments: [entry], headers: { "X-A": "b" }, reply_to: "school@x.example" };
  expect((await post({ ...whole, ...change }, "1")).status).toBe(422);
  expect(strict.faults).toHaveLength(1);
  expect((await post(whole, "2")).status).toBe(200);
  await strict.stop();
});

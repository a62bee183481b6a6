import { describe, expect, test } from "vitest";
import { ownWords } from "~/domain/conversation/reply-text";
import { isAutomatic, isForged, isListed } from "~/domain/mail/automatic";
import { replyAddressesIn, replyTokens } from "~/domain/mail/reply-address";

const QUOTE = "> One new message for you\n> Dana Whitfield, +1 206 555 0142";

describe("of an answer by mail", () => {
  test.each([
    ["Gmail", `Yes, Thursday.\n\nOn Thu, Oct 15, 2026 at 9:02 AM Lakeview <r-abc@replies.example> wrote:\n\n${QUOTE}`],
    [
      "a broken line",
      `Yes, Thursday.\n\nOn Thu, Oct 15, 2026 at 9:02 AM Lakeview High School\n<r-abc@replies.example> wrote:\n${QUOTE}`,
    ],
    [
      "Spanish",
      `Yes, Thursday.\r\n\r\nEl jue, 15 oct 2026 a las 9:02, Lakeview (<r-abc@replies.example>) escribió:\r\n\r\n${QUOTE}`,
    ],
    [
      "a language that we do not know",
      `Yes, Thursday.\n\nNgày 15 thg 10, 2026, Lakeview <r-abc@replies.example> kirjoitti:\n${QUOTE}`,
    ],
    ["Chinese", `Yes, Thursday.\n\nLakeview <r-abc@replies.example> 于2026年10月15日周四 写道：\n${QUOTE}`],
    [
      "Outlook",
      "Yes, Thursday.\n\n________________________________\nFrom: Lakeview\nSent: Thursday\nTo: Maya\nSubject: x\n\nOne new",
    ],
    [
      "Outlook without a line",
      "Yes, Thursday.\n\nDe: Lakeview <mail@x.example>\nEnviado: jueves\nPara: Maya\nAsunto: x\n\nUno",
    ],
    ["a forwarded mail", "Yes, Thursday.\n\n-----Original Message-----\nFrom: Lakeview\n206 555 0142"],
    ["a signature", "Yes, Thursday.\n\n-- \nMaya Brandt\n206 555 0177"],
    ["a telephone", "Yes, Thursday.\n\nSent from my iPhone"],
    ["un teléfono", "Yes, Thursday.\n\nEnviado desde mi iPhone\n\n> x"],
    ["quotes between", "> May I come?\nYes, Thursday.\n> With boots?"],
  ])("%s is left out", (_what, text) => {
    expect(ownWords(text)).toBe("Yes, Thursday.");
  });

  test.each([
    ["a colon at the end", "Bring these:\n\ngloves\nboots"],
    ["a sentence that speaks of writing", "She wrote:\nI like goats"],
    ["a day and a colon", "On Thursday we need:\n- gloves"],
    ["a line from somebody", "From: the bus stop it is five minutes"],
    ["dashes", "- gloves\n-- and boots --\n- a hat"],
  ])("%s stays", (_what, text) => {
    expect(ownWords(text)).toBe(text);
  });

  test.each([
    ["a name and a telephone", "Yes, Thursday.\n\nMaya Brandt\nGreen Lake Animal Clinic\n206 555 0177"],
    ["a name with what they are", "Yes, Thursday.\n\n— MAYA  BRANDT, DVM | Green Lake\n7012 Woodlawn Ave NE"],
    ["a name alone", "Yes, Thursday.\nMaya Brandt"],
  ])("what follows %s of its writer is left out", (_what, text) => {
    expect(ownWords(text, { writer: "Maya Brandt" })).toBe("Yes, Thursday.");
  });

  test.each([
    ["a name above", "Maya Brandt\nGreen Lake Animal Clinic\n\nYes, Thursday."],
    ["a name in a sentence", "Ask for me:\nMaya Brandt is on my door\nand come in."],
    ["a postscript", "Yes.\nMaya Brandt\n206 555 0177\nP.S. Bring boots."],
    ["a name below a greeting", "Buenos días,\n\nMaya Brandt, del taller. Llego a las 9."],
    ["a question below a name", "It went well.\nMaya Brandt, Green Lake\nMay I come too?"],
    ["a sentence that begins with a name", "It went well.\nMaya Brandt, my sister, will open the door for you."],
    ["the name of somebody else", "Ask for\nTheo Lind\nat the desk."],
  ])("%s stays", (_what, text) => {
    expect(ownWords(text, { writer: "Maya Brandt" })).toBe(text);
    expect(ownWords(text, { writer: "Maya" })).toBe(text);
  });

  test("a mail of nothing but quotes has no words, and a long one is read in an instant", () => {
    expect(ownWords(QUOTE)).toBe("");
    const started = performance.now();
    ownWords(`${"On 2026 <a@b.example> ".repeat(3_000)}\n`.repeat(20));
    ownWords(`${"a ".repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test("what machines send is known by its headers or its sender, and a person's answer is not taken for it", () => {
  const from = "maya@host.example";
  for (const headers of [
    { "auto-submitted": "auto-replied" },
    { precedence: "bulk" },
    { precedence: "auto_reply" },
    { "return-path": "<>" },
    { "x-autoreply": "yes" },
    { "content-type": "multipart/report; report-type=delivery-status" },
  ] as Record<string, string>[])
    expect(isAutomatic({ headers, from })).toBe(true);
  for (const machine of ["MAILER-DAEMON@host.example", "no-reply@host.example", ""])
    expect(isAutomatic({ headers: {}, from: machine })).toBe(true);
  const headers = { "auto-submitted": "no", "content-type": "text/plain", "return-path": "<maya@host.example>" };
  expect(isAutomatic({ headers, from })).toBe(false);
  for (const list of [{ "list-id": "info.host.example" }, { precedence: "List" }] as Record<string, string>[])
    expect([isAutomatic({ headers: list, from }), isListed(list)]).toEqual([false, true]);
  expect(isListed(headers)).toBe(false);
  expect(isForged({ "authentication-results": "mx.example; spf=pass; dmarc=fail (p=REJECT)" })).toBe(true);
  expect(isForged({ "authentication-results": "mx.example; dmarc=pass" })).toBe(false);
});

test("an address for answers is read however servers write it, and only at our own domain", () => {
  const token = "abcdefghijklmnopqrstuvwxyz234567";
  const tokens = (...addresses: string[]) => replyTokens(addresses, "replies.example");
  expect(tokens(`R-${token.toUpperCase()}@Replies.Example`, ` r-${token}@replies.example `)).toEqual([token]);
  expect(tokens(`r-${token}@elsewhere.example`, `r-${token}1@replies.example`, "hello@replies.example", "")).toEqual(
    [],
  );
  expect(replyAddressesIn(`Answer: mailto:r-${token}@replies.example.`, "replies.example")).toEqual([]);
  expect(replyAddressesIn(`Answer: r-${token}@replies.example\n`, "replies.example")).toEqual([
    `r-${token}@replies.example`,
  ]);
});

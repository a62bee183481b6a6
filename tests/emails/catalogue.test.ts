import { readdirSync, readFileSync } from "node:fs";
import { render as renderPage } from "@react-email/render";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { languages } from "~/i18n";
import { i18nFor } from "~/i18n.server";
import { casesOf, dayExamples } from "~emails/cases";
import { mailCatalogue } from "~emails/catalogue";
import { type MailKind, mailKinds } from "~emails/kinds";
import { MailLayout } from "~emails/layout";
import { renderDayMail, renderMail } from "~emails/render";

const kinds = Object.keys(mailKinds) as MailKind[];
const sender = {
  name: "Lakeview High School",
  postalAddress: "100 Lake Street, Seattle, WA 98103",
  helpName: "Dana Whitfield",
  helpPhone: "+1 206 555 0142",
};
const unsubscribeLink = "https://throughline.example/unsubscribe/example";

/** The catalogue's example, with any other `event` or `status` in its place. */
function render(kind: MailKind, language: string, change: Record<string, unknown> = {}) {
  const props = mailKinds[kind].props.parse({ ...mailCatalogue[kind].example, ...change });
  const mayBeStopped = mailKinds[kind].category !== "transactional";
  return renderMail({
    kind,
    props: props as never,
    language,
    to: "reader@family.example",
    from: "Throughline <mail@throughline.example>",
    sender: kind === "sign-in" ? null : sender,
    unsubscribeLink: mayBeStopped ? unsubscribeLink : null,
  });
}

describe.each(languages)("in %s", (language) => {
  test.each(kinds)("%s says it in HTML and in text, with language and direction", async (kind) => {
    const { subject, html, text } = await render(kind, language);
    expect(html).toMatch(new RegExp(`<html dir="ltr" lang="${language}">`));
    expect(subject.length).toBeGreaterThan(5);
    expect(subject.length).toBeLessThan(90);
    for (const whole of [subject, html, text]) expect(whole).not.toMatch(/\{\{|\}\}|undefined|\[object|kinds\./);
    expect(text.startsWith(kind === "sign-in" ? "Throughline" : "Lakeview High School")).toBe(true);
    expect(text).toContain(subject);
  });

  test.each(kinds)("%s loads nothing and tracks nobody", async (kind) => {
    const { html } = await render(kind, language);
    expect(html).not.toMatch(/<img|<link|@import|url\(|<script|src=/i);
    const hosts = [...html.matchAll(/https?:\/\/([^/"?]+)/g)].map((match) => match[1]);
    expect(new Set(hosts.filter((host) => host !== "www.w3.org"))).toEqual(new Set(["throughline.example"]));
  });

  test.each(kinds)("%s reads alone as text: every link is written out", async (kind) => {
    const { html, text } = await render(kind, language);
    const links = [...html.matchAll(/href="(https[^"]+)"/g)].map((match) => match[1]?.replaceAll("&amp;", "&"));
    expect(links.length).toBeGreaterThan(0);
    // A whole line of its own: nothing sticks to an address, and who copies it by hand sees where it ends.
    for (const link of links) expect(text.split("\n")).toContain(link);
    expect(text).not.toMatch(/<[a-z!/]|\n{3}|[ \t]$/m);
  });

  test("the alert of a report names nobody, as who helps at the school may be whom it is about", async () => {
    const { html, text } = await render("concern-waits", language);
    expect(text).toContain(sender.postalAddress);
    for (const words of [sender.helpName, sender.helpPhone, "tel:"]) expect(html + text).not.toContain(words);
  });

  test.each(kinds.filter((kind) => kind !== "sign-in" && kind !== "concern-waits"))(
    "%s names a person to call and where the school is",
    async (kind) => {
      const { html, text } = await render(kind, language);
      for (const words of Object.values(sender)) expect(text).toContain(words);
      expect(html).toContain(sender.helpName);
      expect(html).toContain('href="tel:+12065550142"');
    },
  );
});

const variants = kinds.flatMap((kind) => casesOf(kind).map(({ name, change }) => [kind, name, change] as const));

test.each(variants)("%s has words for %s in every language", async (kind, _name, change) => {
  for (const language of languages) {
    const { subject, text } = await render(kind, language, change);
    expect(`${subject}\n${text}`).not.toMatch(/kinds\.|\{\{/);
  }
});

test.each(["student", "mentor", "family"])(
  "a visit has words for the %s about each event in every language",
  async (reader) => {
    for (const language of languages)
      for (const event of ["dated", "moved", "cancelled"]) {
        const { subject, text } = await render("visit-news", language, { reader, event });
        expect(`${subject}\n${text}`).not.toMatch(/kinds\.|\{\{/);
      }
  },
);

test("of a student a mail knows the first name, the grade band, what they like and a visit, and nothing else", () => {
  // What a visit is about is null for who may not know where a student is (docs/decisions/0065).
  const allowed = new Set([
    ...["studentFirstName", "gradeBand", "interests", "visitKind", "about", "conversationList"],
    // Null for the same readers (docs/decisions/0142).
    ...["otherSchool", "firstDay"],
  ]);
  const { conversationList } = mailKinds["conversation-news"].props.shape;
  const ofConversation = [
    "pursuitId",
    "studentFirstName",
    "placementTitle",
    "organisationName",
    "messages",
    "pictures",
    "link",
    "replyTo",
  ];
  expect(Object.keys(conversationList.element.shape)).toEqual(ofConversation);
  const ofOthers =
    /^(school|help|mentor|guardian|coordinator|admin|family|proposer|organisation|placement|donor|reader|lead|cover|outreach|advisor)[A-Z]|^(link|deleteMeLink|code|minutes|count|more|requests|introductions|tasks|conversations|imported|rejected|event|status|amount|purpose|onDay|isPractice|isPosted|question|answer|reader|at|timeZone|origin|originNote)$/;
  const fields = kinds.flatMap((kind) => Object.keys(mailKinds[kind].props.shape));
  expect(fields.filter((field) => !allowed.has(field) && !ofOthers.test(field))).toEqual([]);
});

test("props that a kind does not know are dropped, and wrong ones are refused", () => {
  const { props } = mailKinds["first-contact"];
  const example = mailCatalogue["first-contact"].example;
  expect(props.parse({ ...example, lastName: "Lopez" })).toEqual(example);
  expect(props.safeParse({ ...example, link: "javascript:alert(1)" }).success).toBe(false);
});

test("outreach says where the address came from and how to stop it; a sign-in mail carries neither", async () => {
  const invitation = await render("introduction-invitation", "en");
  expect(invitation.text).toContain("We have your address from Rosa Medina.");
  expect(invitation.text).toContain(unsubscribeLink);
  expect(invitation.text).toContain("Delete my data now");
  expect((await render("introduction-invitation", "en", { proposerName: null })).text).not.toContain("Rosa");
  expect((await render("sign-in", "en")).text).not.toContain("unsubscribe");
});

const OUTREACH = kinds.filter((kind) => mailKinds[kind].category === "outreach");

test.each(OUTREACH)(
  "%s says in every language where the address came from, how to stop, and how to be deleted",
  async (kind) => {
    const words = {
      en: [/We have your address/, /delete (?:my|your) data/i],
      es: [/Tenemos su (?:correo|dirección)/, /borr\w+ (?:mis|sus) datos/i],
    };
    for (const language of languages) {
      const { text, headers } = await render(kind, language);
      expect(text).toContain(unsubscribeLink);
      for (const pattern of words[language]) expect(text).toMatch(pattern);
      expect(text).toContain(sender.postalAddress);
      expect(headers).toMatchObject({
        "List-Unsubscribe": `<${unsubscribeLink}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      });
    }
  },
);

test("only what may be stopped carries the headers for it: no mail that people count on, and no sign-in code", async () => {
  for (const kind of kinds) {
    const { headers } = await render(kind, "en");
    expect([kind, "List-Unsubscribe" in headers]).toEqual([kind, mailKinds[kind].category !== "transactional"]);
  }
});

test.each(mailKinds["family-news"].props.shape.event.options)(
  "family news %s without a place says the same and names none, in every language",
  async (event) => {
    for (const language of languages) {
      const nowhere = { event, placementTitle: null, organisationName: null };
      const { subject, text } = await render("family-news", language, nowhere);
      expect(text).toContain("Ana");
      expect(`${subject}\n${text}`).not.toMatch(/kinds\.|\{\{|null|Veterinary|Clinic/);
    }
  },
);

test("in the dark the whole mail is dark: body, the cell that it consists of, and the sheet", async () => {
  const { html } = await render("first-contact", "en");
  expect(html).toMatch(/prefers-color-scheme: dark\) \{\s+\.paper, \.paper td \{/);
  expect(html).toMatch(
    /<body class="paper"[^>]*>(?:<!--\$-->)?<table[^>]*><tbody><tr><td style="[^"]*background-color/,
  );
});

test("a student is invited as a student, the others as the adults they are", async () => {
  const to = async (reader: string) => (await render("place-invitation", "es", { reader, event: "reminded" })).text;
  expect(await to("student")).toContain("te invitó");
  expect(await to("student")).not.toMatch(/usted| le invit/);
  for (const reader of ["guardian", "staff"]) expect(await to(reader)).toContain("le invitó");
});

test("a receipt names its day as people write it", async () => {
  expect((await render("gift-receipt", "en")).text).toContain("Day: Thursday, October 15, 2026.");
  expect((await render("gift-returned", "es")).text).toContain("jueves, 15 de octubre de 2026");
});

test("of several conversations each is answered by a press in the mail, and its address is to read in the text part alone", async () => {
  const address = "r-abcdefghijklmnopqrstuvwxyz234567@replies.example";
  const { html, text } = await render("conversation-news", "es");
  expect(html).toContain(`href="mailto:${address}"`);
  expect(html).not.toContain(`>${address}`);
  expect(text).toContain(`Responder por correo: ${address}\n`);
});

test("the number to call in outreach is called by a press and stands on one line", async () => {
  const { html, text } = await render("outreach-mail", "en");
  expect(html.match(/href="tel:[^"]+"[^>]*><span style="white-space:nowrap">/g)).toHaveLength(2);
  expect(text).toMatch(/Please call [^:]+: \+1/);
});

test("interests are named in the reader's language", async () => {
  expect((await render("first-contact", "en")).text).toContain("Ana likes: animals, gardening and farming.");
  expect((await render("first-contact", "es")).text).toContain("A Ana le gusta: animales, jardinería y agricultura.");
});

test("a language without words is written in English", async () => {
  const { html } = await render("consent-request", "so");
  expect(html).toContain('lang="en"');
  expect(html).toContain("Read and answer");
});

test("the same input gives the same bytes", async () => {
  expect(await render("first-contact", "es")).toEqual(await render("first-contact", "es"));
});

test.each(["gift-pledged", "gift-receipt", "gift-returned", "gift-failed", "gift-bounced", "give-invitation"] as const)(
  "%s says first in subject and text that it is practice, in every language, and only then",
  async (kind) => {
    for (const [language, label] of [
      ["en", "Practice – no money moves"],
      ["es", "Práctica – no se mueve dinero"],
    ] as const) {
      const practice = await render(kind, language, { isPractice: true });
      expect(practice.text).toContain(label);
      expect(practice.subject).toMatch(new RegExp(`^${label.split(" ")[0]} – `));
      const real = await render(kind, language);
      expect(`${real.subject} ${real.text}`).not.toContain(label.split(" ")[0]);
    }
  },
);

test("every kind is sent by something: a verb, a step or a piece of one names it", () => {
  const sources = ["app/features", "app/steps", "db"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".server.ts"))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  const unsent = kinds.filter((kind) => !sources.some((source) => source.includes(`"${kind}"`)));
  expect(unsent).toEqual([]);
});

test.each(Object.entries(dayExamples))("the mail of a day (%s) reads alone in every language", async (_name, parts) => {
  for (const language of languages) {
    const envelope = { language, to: "reader@family.example", from: "mail@throughline.example", sender };
    const { html, text } = await renderDayMail({ ...envelope, unsubscribeLink: null, parts });
    expect(`${html}\n${text}`).not.toMatch(/kinds\.|\{\{|undefined|null/);
    for (const [, link = ""] of html.matchAll(/href="(https[^"]+)"/g)) expect(text).toContain(link);
    expect(text.match(/^(?:Hello|Hola)/gm)).toHaveLength(1);
    const headings = [...html.matchAll(/<h2[^>]*>(?:<!--.*?-->)*([^<]+)/g)].map(([, words]) => words);
    expect(text.match(/^\* .+$/gm) ?? []).toHaveLength(headings.length);
  }
});

test("a language that is written from right to left turns the whole sheet", async () => {
  const t = i18nFor("en").getFixedT("en", "mail");
  const written = { t, subject: "x", sender, signature: "person" as const, unsubscribeLink: null, children: null };
  const html = await renderPage(createElement(MailLayout, { ...written, language: "ar" }));
  expect(html).toMatch(/<html dir="rtl" lang="ar">/);
  expect(html).toMatch(/class="sheet"[^>]*dir="rtl"|dir="rtl"[^>]*class="sheet"/);
  expect(html).not.toMatch(/text-align:\s*(?:left|right)/);
});

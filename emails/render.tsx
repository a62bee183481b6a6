import { Html } from "@react-email/components";
import { render, toPlainText } from "@react-email/render";
import { isLanguage } from "~/i18n";
import { i18nFor } from "~/i18n.server";
import { fromOf, headersOf } from "./addressing";
import { writeCalendar } from "./calendar";
import { mailCatalogue, subjectOf } from "./catalogue";
import { DayMail, type DayPart } from "./day-mail";
import type { MailKind, MailProps } from "./kinds";
import { type LayoutProps, MailLayout, type Sender } from "./layout";
import type { CalendarPart } from "./mailer";
import { toText } from "./plain-text";

export { casesOf, dayExamples } from "./cases";
export type { Sender };

export interface RenderedMail {
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  calendar: CalendarPart | null;
}

interface Envelope {
  /** The recipient's; English where we have no words in it. */
  language: string;
  /** The recipient's address. */
  to: string;
  /** The mailer's configured sender. */
  from: string;
  /** The school; null for mail of the product itself. */
  sender: Sender | null;
  unsubscribeLink: string | null;
  /** To where its reader answers, where the mail itself names no other address; nowhere where it is left out. */
  replyTo?: string | null;
}

export interface MailToRender<Kind extends MailKind> extends Envelope {
  kind: Kind;
  props: MailProps<Kind>;
}

export interface DayMailToRender extends Envelope {
  /** In the order in which they were promised. */
  parts: readonly DayPart[];
}

/** The whole of a mail, in its recipient's language and direction. The same input gives the same bytes. */
export async function renderMail<Kind extends MailKind>(mail: MailToRender<Kind>): Promise<RenderedMail> {
  const { t, language } = wordsIn(mail.language);
  const { Template, calendar, replyTo: replyToOf, namesNobody } = mailCatalogue[mail.kind];
  const replyTo = replyToOf?.(mail.props) ?? mail.replyTo ?? null;
  const entry = calendar?.(t, mail.props) ?? null;
  return {
    ...(await write(mail, {
      subject: subjectOf(t, mail.kind, mail.props),
      children: Template({ t, language, props: mail.props, toldBy: "mail", replyTo }),
      replyTo,
      signature: namesNobody ? "school" : "person",
    })),
    calendar: entry && writeCalendar(entry, { from: mail.from, sender: mail.sender?.name ?? "", to: mail.to }),
  };
}

/**
 * The mail of a day: what several mails say, one after the other, to a reader who is greeted once. An answer to all of it is for the
 * school: a conversation in it has its own address beside it.
 */
export async function renderDayMail(mail: DayMailToRender): Promise<RenderedMail> {
  const { t, language } = wordsIn(mail.language);
  const subject = t("day.subject", { count: mail.parts.length, school: mail.sender?.name ?? t("product") });
  const children = <DayMail t={t} language={language} parts={mail.parts} />;
  return {
    ...(await write(mail, { subject, children, replyTo: mail.replyTo ?? null, signature: "person" })),
    calendar: null,
  };
}

function wordsIn(asked: string) {
  const language = isLanguage(asked) ? asked : "en";
  return { language, t: i18nFor(language).getFixedT(language, "mail") };
}

interface Written extends Pick<LayoutProps, "subject" | "children" | "signature"> {
  replyTo: string | null;
}

async function write(
  { from, sender, unsubscribeLink, ...mail }: Envelope,
  { subject, children, replyTo, signature }: Written,
): Promise<Omit<RenderedMail, "calendar">> {
  const { t, language } = wordsIn(mail.language);
  const html = await render(
    <MailLayout {...{ t, language, subject, sender, signature, unsubscribeLink }}>{children}</MailLayout>,
  );
  return {
    from: fromOf(from, sender),
    subject,
    html,
    text: toText(html),
    headers: headersOf({ language, unsubscribeLink, replyTo }),
  };
}

/**
 * What a mail would say, for somebody whom a person tells it: its sentences without links and buttons, and whom to call. Null where
 * nobody has written them in the reader's language.
 */
export async function renderWords<Kind extends MailKind>(
  mail: Pick<MailToRender<Kind>, "kind" | "props" | "language"> & { sender: Sender },
): Promise<{ title: string; words: string } | null> {
  const { kind, props, language, sender } = mail;
  if (!isLanguage(language)) return null;
  const t = i18nFor(language).getFixedT(language, "mail");
  const { Template } = mailCatalogue[kind];
  const html = await render(
    <Html lang={language}>{Template({ t, language, props, toldBy: "person", replyTo: null })}</Html>,
  );
  const said = toPlainText(html, {
    wordwrap: false,
    selectors: [
      { selector: "a.action", format: "skip" },
      { selector: "a", options: { ignoreHref: true } },
    ],
  });
  const help = `${t("help", { name: sender.helpName })} ${sender.helpPhone}\n${sender.name}`;
  return {
    title: subjectOf(t, kind, props),
    words: `${said.trim().replaceAll(/\n{3,}/g, "\n\n")}\n\n${help}`,
  };
}

import { Html } from "@react-email/components";
import { render, toPlainText } from "@react-email/render";
import { isLanguage } from "~/i18n";
import { i18nFor } from "~/i18n.server";
import { fromOf, headersOf } from "./addressing";
import { writeCalendar } from "./calendar";
import { mailCatalogue } from "./catalogue";
import type { MailKind, MailProps } from "./kinds";
import { MailLayout, type Sender } from "./layout";
import type { CalendarPart } from "./mailer";

export type { Sender };

export interface RenderedMail {
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  calendar: CalendarPart | null;
}

export interface MailToRender<Kind extends MailKind> {
  kind: Kind;
  props: MailProps<Kind>;
  /** The recipient's; English where we have no words in it. */
  language: string;
  /** The recipient's address. */
  to: string;
  /** The mailer's configured sender. */
  from: string;
  /** The school; null for mail of the product itself. */
  sender: Sender | null;
  unsubscribeLink: string | null;
  /** To where its reader answers; left out, what its kind says. */
  replyTo?: string | null;
}

/** The whole of a mail, in its recipient's language and direction. The same input gives the same bytes. */
export async function renderMail<Kind extends MailKind>(mail: MailToRender<Kind>): Promise<RenderedMail> {
  const language = isLanguage(mail.language) ? mail.language : "en";
  const t = i18nFor(language).getFixedT(language, "mail");
  const { subject: subjectOf, Template, calendar, replyTo: replyToOf } = mailCatalogue[mail.kind];
  const replyTo = mail.replyTo ?? replyToOf?.(mail.props) ?? null;
  const subject = subjectOf(t, mail.props).replaceAll(/\s+/g, " ").trim();
  const html = await render(
    <MailLayout t={t} language={language} subject={subject} sender={mail.sender} unsubscribeLink={mail.unsubscribeLink}>
      {Template({ t, language, props: mail.props, toldBy: "mail", replyTo })}
    </MailLayout>,
  );
  const from = fromOf(mail.from, mail.sender);
  const entry = calendar?.(t, mail.props) ?? null;
  return {
    from,
    calendar: entry && writeCalendar(entry, { from: mail.from, sender: mail.sender?.name ?? "", to: mail.to }),
    subject,
    html,
    text: toText(html),
    headers: headersOf({
      language,
      unsubscribeLink: mail.unsubscribeLink,
      replyTo,
    }),
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
  const { subject: subjectOf, Template } = mailCatalogue[kind];
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
    title: subjectOf(t, props).replaceAll(/\s+/g, " ").trim(),
    words: `${said.trim().replaceAll(/\n{3,}/g, "\n\n")}\n\n${help}`,
  };
}

/** Links follow their words; a phone number is not written twice. */
function toText(html: string): string {
  const text = toPlainText(html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
      { selector: 'a[href^="tel:"]', format: "inline" },
      { selector: "h1", options: { uppercase: false } },
    ],
  });
  return text.replaceAll(/\n{3,}/g, "\n\n").trim();
}

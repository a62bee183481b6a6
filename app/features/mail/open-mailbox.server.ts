import { replyAddressesIn } from "~/domain/mail/reply-address";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMailbox, findMailInMailbox, listMailbox } from "~db/mailbox.server";
import { withSystem } from "~db/scope.server";

export const MAILS_PER_PAGE = 30;

export interface MailLine {
  id: string;
  to: string;
  /** Null until the worker has written it. */
  subject: string | null;
  state: string;
  createdAt: string;
}

export interface Mailbox {
  mails: MailLine[];
  page: number;
  pages: number;
}

/** All mail of the sample, newest first. The local mailbox is for one's own machine: in live mode there is none. */
export async function openMailbox(
  wiring: Wiring,
  { to, page }: { to: string; page: number },
): Promise<Outcome<Mailbox, "not_found">> {
  if (wiring.env.mode !== "local") return refused("not_found");
  return withSystem(wiring, async (tx) => {
    const pages = Math.max(1, Math.ceil((await countMailbox(tx, { to })) / MAILS_PER_PAGE));
    const shown = Math.min(page, pages);
    const rows = await listMailbox(tx, { to, limit: MAILS_PER_PAGE, offset: (shown - 1) * MAILS_PER_PAGE });
    const mails = rows.map((row) => ({
      id: row.id,
      to: row.recipient_mail,
      subject: row.frozen_subject,
      state: row.state,
      createdAt: row.created_at,
    }));
    return done({ mails, page: shown, pages });
  });
}

export interface OpenMail {
  id: string;
  from: string | null;
  to: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  headers: [string, string][];
  /** Addresses to which its reader can answer. */
  answerTo: string[];
  /** The calendar entry that leaves with it, as text; null without one. */
  calendar: string | null;
  language: string;
  state: string;
  error: string | null;
  isWiped: boolean;
  createdAt: string;
  sentAt: string | null;
}

/** One mail as it would have left. */
export async function openMail(
  wiring: Wiring,
  { mailId }: { mailId: string },
): Promise<Outcome<OpenMail, "not_found">> {
  if (wiring.env.mode !== "local") return refused("not_found");
  const mail = await withSystem(wiring, (tx) => findMailInMailbox(tx, mailId));
  if (!mail) return refused("not_found");
  return done({
    id: mail.id,
    from: mail.frozen_from,
    to: mail.recipient_mail,
    subject: mail.frozen_subject,
    html: mail.frozen_html,
    text: mail.frozen_text,
    headers: Object.entries((mail.frozen_headers ?? {}) as Record<string, string>),
    answerTo: answerTo(wiring, mail),
    calendar: (mail.frozen_calendar as { text: string } | null)?.text ?? null,
    language: mail.recipient_language,
    state: mail.state,
    error: mail.last_error,
    isWiped: mail.wiped_at !== null,
    createdAt: mail.created_at,
    sentAt: mail.sent_at,
  });
}

function answerTo({ env }: Wiring, mail: { frozen_text: string | null; frozen_headers: unknown }): string[] {
  const said = `${JSON.stringify(mail.frozen_headers ?? {})} ${mail.frozen_text ?? ""}`;
  return env.replyDomain === null ? [] : replyAddressesIn(said, env.replyDomain);
}

import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { addressOf } from "./addressing";
import { CALENDAR_FILE } from "./calendar";
import { takeHandedMails } from "./handed.server";
import type { Mailer, OutgoingMail, SendResult } from "./mailer";

export interface SmtpSettings {
  /** `smtps://user:password@host:465`, or `smtp://…:587` for a server that begins TLS when it is asked to. */
  url: string;
  from: string;
  /** With which the server signs the mails that it hands over; null where it hands over none. */
  replySecret: string | null;
}

/** Servers of schools seldom say their pace; most take a few mails a second. */
const MINIMUM_GAP_MS = 250;
/** For each step; all of them together have to end within a lease. */
const STEP_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 20_000;
const SERVER_WAIT_SECONDS = 60;
/** A server that does not know a sender yet asks them to come back; most take a mail after five minutes (RFC 6647). */
const GREYLIST_WAIT_SECONDS = 5 * 60;

/**
 * Mail through a server of the school's own, by SMTP (RFC 5321). SMTP knows no idempotency key: when the answer to a mail is
 * lost, nobody can tell whether it left, so nothing is tried again and a person decides. What ended before the text of the
 * mail was asked for has certainly not left. Sends passwords and mails only encrypted, but for a server on this machine.
 */
export function createSmtpMailer({ url, from, replySecret }: SmtpSettings): Mailer {
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
  const transport = createTransport({
    url,
    requireTLS: !isHere,
    connectionTimeout: STEP_TIMEOUT_MS,
    greetingTimeout: STEP_TIMEOUT_MS,
    dnsTimeout: STEP_TIMEOUT_MS,
    socketTimeout: ANSWER_TIMEOUT_MS - STEP_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: "smtp",
    capabilities: { deduplicates: false, rowIsTheMailbox: false, minimumGapMs: MINIMUM_GAP_MS },
    from,
    reports: null,
    inbox: null,
    handed: replySecret === null ? null : takeHandedMails(replySecret, { now: () => new Date() }),
    async send(mail) {
      const html = new AskedFor(mail.html);
      try {
        const { messageId } = await transport.sendMail({
          ...toMessage(mail),
          html,
          signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        });
        return { outcome: "accepted", providerId: messageId };
      } catch (error) {
        return readFault(error as SmtpFault, html.wasRead);
      }
    },
  };
}

/** A text that knows whether anybody has begun to read it: nodemailer does so once the server has taken the recipient. */
class AskedFor extends Readable {
  wasRead = false;
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override _read(): void {
    this.wasRead = true;
    this.push(this.#text, "utf8");
    this.push(null);
  }
}

function toMessage(mail: OutgoingMail) {
  return {
    from: mail.from,
    // As an object: an address is one address, whatever is in it.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    headers: { ...mail.headers },
    ...(mail.calendar && {
      icalEvent: { method: mail.calendar.method, filename: CALENDAR_FILE, content: mail.calendar.text },
    }),
    messageId: `<${mail.key}@${addressOf(mail.from).split("@").at(-1)}>`,
    textEncoding: "base64" as const,
  };
}

/** What nodemailer throws (its `errors.js`): `responseCode` is the server's answer, if there was one. */
interface SmtpFault {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** The server's words are left out: they may quote an address. */
function readFault({ code = "thrown", command = "", responseCode }: SmtpFault, wasRead: boolean): SendResult {
  const reason = [responseCode, code, command].filter(Boolean).join(" ");
  const isForNow = responseCode !== undefined && responseCode < 500;
  const isAboutUs = code === "EAUTH" || code === "ETLS" || command === "MAIL FROM";
  if (isAboutUs && !isForNow) return { outcome: "stopped", reason };
  if (isForNow && (command === "RCPT TO" || command === "DATA"))
    return { outcome: "later", seconds: GREYLIST_WAIT_SECONDS, reason };
  if (responseCode !== undefined && !isForNow) return { outcome: "refused", reason };
  return wasRead ? { outcome: "unknown", reason } : { outcome: "wait", seconds: SERVER_WAIT_SECONDS, reason };
}

import type { Arrival } from "~/domain/mail/arrival";

/** A calendar entry as it leaves: an iTIP message (RFC 5546). */
export interface CalendarPart {
  method: "REQUEST" | "CANCEL";
  /** iCalendar (RFC 5545). */
  text: string;
}

/** A rendered, frozen mail. `key` is the idempotency key: the same key always comes with the same content. */
export interface OutgoingMail {
  key: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  /** An entry for the reader's calendar, or null. */
  calendar: CalendarPart | null;
  /** For the provider's statistics: letters, digits, `_` and `-`. */
  kind: string;
}

/**
 * What became of a try. `unknown` and `unsure` leave open whether the mail left. After `unknown` the same key may be tried again
 * where the transport deduplicates. After all others but `accepted` it certainly did not leave.
 */
export type SendResult =
  | { outcome: "accepted"; providerId: string }
  /** This mail will never be taken. */
  | { outcome: "refused"; reason: string }
  /** This mail is to come again; others may leave meanwhile. */
  | { outcome: "later"; seconds: number; reason: string }
  /** Nothing can leave for now: too fast, a quota is used up, nobody answers. */
  | { outcome: "wait"; seconds: number; reason: string }
  /** The transport takes nothing from us: a wrong key, a domain that is not verified. */
  | { outcome: "stopped"; reason: string }
  | { outcome: "unknown"; reason: string }
  /** It most likely left before, in other bytes; another try tells nothing more, and a person decides. */
  | { outcome: "unsure"; reason: string };

export interface MailerCapabilities {
  /** A second try with the same key is no second mail. Without it an unknown outcome goes to a person. */
  deduplicates: boolean;
  /** The `mails` row is where people read the mail, so its body is not wiped once sent. */
  rowIsTheMailbox: boolean;
  /** The least time between two mails of all workers together. */
  minimumGapMs: number;
}

/** A message of the provider as it came: the very bytes, and the headers that prove them. */
export interface SignedReport {
  payload: string;
  id: string;
  timestamp: string;
  signature: string;
}

/** What the provider tells of a mail that it took. */
export interface MailReport {
  /** Of the report: another copy of it has the same. */
  eventId: string;
  /** In the provider's words. */
  type: string;
  /** The provider's id of the mail. */
  providerId: string;
  /** The key under which we sent it. */
  key: string;
  arrival: Arrival;
}

/** How we hear what became of mails. */
export interface MailReports {
  /** The report; "unread" when it is signed and tells nothing that we ask; null when nobody of the provider signed it. */
  read(report: SignedReport): MailReport | "unread" | null;
}

/** The way out for mail. Never throws: every outcome is an answer. */
export interface Mailer {
  readonly name: string;
  readonly capabilities: MailerCapabilities;
  /** Sender as `Name <address>` or an address; a school's mail shows the school's name before the address. */
  readonly from: string;
  /** Null where nobody tells us. */
  readonly reports: MailReports | null;
  send(mail: OutgoingMail): Promise<SendResult>;
}

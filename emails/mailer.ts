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

/** The provider tells that a mail has come in; what it says is fetched apart. */
export interface ReceivedNote {
  /** Of the note: another copy of it has the same. */
  eventId: string;
  /** In the provider's words. */
  type: string;
  /** The provider's id of the mail that came in. */
  receivedId: string;
  /** To whom it came, each as an address. */
  to: readonly string[];
}

/** How we hear what became of mails, and of those that come in. */
export interface MailReports {
  /** The report; "unread" when it is signed and tells nothing that we ask; null when nobody of the provider signed it. */
  read(report: SignedReport): MailReport | ReceivedNote | "unread" | null;
}

/** A file that came with a mail. */
export interface ReceivedFile {
  /** As its sender calls it: `image/jpeg`. */
  type: string;
  /** How many bytes it is said to be. */
  bytes: number;
  /** What it holds. Never throws. */
  read(): Promise<ReadFile>;
}

/** `later`: nobody answers, or not yet. `gone`: there is no such file any more, or more of it than anybody takes. */
export type ReadFile = { outcome: "found"; content: Uint8Array } | { outcome: "later" } | { outcome: "gone" };

/** A mail that came in, as far as anybody reads it. */
export interface ReceivedMail {
  /** The sender's address in small letters; empty where there is none. */
  from: string;
  to: readonly string[];
  /** A machine sent it. */
  isAutomatic: boolean;
  /** The server that took it says that somebody else sent it. */
  isForged: boolean;
  /** It came by a list of several people, of whom any may have written it. */
  isListed: boolean;
  /** All its words, with what it quotes. */
  text: string;
  /** Files that came with it, without what belongs to its looks. */
  files: readonly ReceivedFile[];
}

/** `later`: nobody answers, or not yet. `gone`: there is no such mail any more. */
export type Fetched =
  | { outcome: "found"; mail: ReceivedMail }
  | { outcome: "later"; reason: string }
  | { outcome: "gone" };

/** Where the mails wait that the provider took in. Never throws. */
export interface Inbox {
  fetch(receivedId: string): Promise<Fetched>;
}

/** A whole mail (RFC 5322) that the school's own mail server hands over, and what proves that it does. */
export interface SignedMail {
  bytes: Uint8Array;
  signature: string;
}

export interface HandedMail {
  /** A hash of its bytes: the same mail handed over again has the same. */
  source: string;
  mail: ReceivedMail;
}

export interface HandedMails {
  /** The mail; "unread" when it is signed and no mail; null when nobody who knows the secret signed it. */
  read(mail: SignedMail): Promise<HandedMail | "unread" | null>;
}

/** The way out for mail. Never throws: every outcome is an answer. */
export interface Mailer {
  readonly name: string;
  readonly capabilities: MailerCapabilities;
  /** Sender as `Name <address>` or an address; a school's mail shows the school's name before the address. */
  readonly from: string;
  /** Null where nobody tells us. */
  readonly reports: MailReports | null;
  /** Null where mails that come in are not fetched. */
  readonly inbox: Inbox | null;
  /** Null where nobody hands us mails. */
  readonly handed: HandedMails | null;
  send(mail: OutgoingMail): Promise<SendResult>;
}

import { toPlainText } from "@react-email/render";
import { isAutomatic, isForged, isListed } from "~/domain/mail/automatic";
import { addressOf } from "./addressing";
import type { ReceivedFile, ReceivedMail } from "./mailer";

/** Characters of a mail that are read; an answer is shorter, and the rest of a long one is what it quotes. */
const MOST_READ = 100_000;

interface Parts {
  /** `Name <address>`, or an address. */
  from: string;
  to: readonly string[];
  headers: Readonly<Record<string, string>>;
  text: string | null;
  html: string | null;
  files: readonly ReceivedFile[];
}

/** A mail that came in as those who take it read it: one sender, and its words as text, also where it was written as a page. */
export function readReceived({ from, to, headers, text, html, files }: Parts): ReceivedMail {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const sender = senderOf(from).toLowerCase();
  return {
    from: sender,
    to: to.map(addressOf),
    isAutomatic: isAutomatic({ headers: named, from: sender }),
    isForged: isForged(named),
    isListed: isListed(named),
    text: (text?.trim() ? text.slice(0, MOST_READ) : textOf((html ?? "").slice(0, MOST_READ))).replaceAll("\0", ""),
    files,
  };
}

/**
 * The address in `Name <address>`; all of it where there is more than one, or where a name looks like an address in brackets: nobody's.
 * A server proves the domain of the true one alone.
 */
function senderOf(from: string): string {
  const [, name = "", address] = /^([^<>]*)<([^<>]+)>$/.exec(from.trim()) ?? [];
  const isOne = !/@.*,/u.test(name.replaceAll(/"(?:[^"\\]|\\.)*"/gu, ""));
  return address !== undefined && isOne ? address.trim() : from.trim();
}

/** What a page quotes is left out here, where it is still marked; addresses behind links are nobody's words. */
function textOf(html: string): string {
  return toPlainText(html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      { selector: "blockquote", format: "skip" },
      { selector: ".gmail_quote", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
    ],
  }).trim();
}

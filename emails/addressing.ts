import type { Sender } from "./layout";

/** The sender people see: the school's name before the configured address, so that the mail is from whom it says. */
export function fromOf(configured: string, sender: Sender | null): string {
  if (!sender) return configured;
  const name = sender.name
    .replaceAll(/[\p{Cc}"<>\\]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `"${name}" <${addressOf(configured)}>`;
}

/** The address in `Name <address>`, or all of it. */
export function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender.trim();
}

/** To where an answer goes, where not to the sender. */
export const REPLY_TO = "Reply-To";

/**
 * Machines do not answer it (RFC 3834), and outreach can be stopped from the mail program by one click without a login
 * (RFC 8058).
 */
export function headersOf({
  language,
  unsubscribeLink,
  replyTo,
}: {
  language: string;
  unsubscribeLink: string | null;
  replyTo: string | null;
}): Record<string, string> {
  const unsubscribe = unsubscribeLink
    ? { "List-Unsubscribe": `<${unsubscribeLink}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : undefined;
  const answers = replyTo === null ? undefined : { [REPLY_TO]: replyTo };
  return { "Auto-Submitted": "auto-generated", "Content-Language": language, ...unsubscribe, ...answers };
}

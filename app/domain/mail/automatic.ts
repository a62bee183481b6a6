interface Incoming {
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  /** The sender's address. */
  from: string;
}

const BY_MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+-].*)?@/i;

/**
 * Whether a machine sent a mail: an answer while somebody is away (RFC 3834), a report that one did not arrive (RFC 3464), an advert.
 * Nobody wrote it, and whoever answered it would talk to a machine.
 */
export function isAutomatic({ headers, from }: Incoming): boolean {
  const said = (name: string) => (headers[name] ?? "").trim().toLowerCase();
  if (said("auto-submitted") !== "" && !said("auto-submitted").startsWith("no")) return true;
  if (/^(?:bulk|junk|auto[_-]reply)/.test(said("precedence"))) return true;
  if (said("return-path") === "<>" || from === "" || BY_MACHINES.test(from)) return true;
  if (["x-autoreply", "x-autorespond", "x-auto-reply"].some((name) => said(name) !== "")) return true;
  return said("content-type").startsWith("multipart/report");
}

/** Whether a mail came by a list, as from a mailbox that several people of an organisation share: somebody wrote it, and nobody knows who. */
export function isListed(headers: Readonly<Record<string, string>>): boolean {
  const { "list-id": list = "", precedence = "" } = headers;
  return list.trim() !== "" || /^\s*list/i.test(precedence);
}

/** Whether the server that took a mail says that its sender is not who it claims to be (DMARC, RFC 7489; the words of RFC 8601). */
export function isForged(headers: Readonly<Record<string, string>>): boolean {
  return /\bdmarc\s*=\s*fail\b/i.test(headers["authentication-results"] ?? "");
}

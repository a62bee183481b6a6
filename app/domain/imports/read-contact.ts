import { shorten } from "./clean-text";
import type { RowNote, WarningCode } from "./row-note";

/** One address with a dot in its host; what the mail standards allow beyond it is a typing error in a spreadsheet. */
const MAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
const LONGEST_NAME = 200;

/** The person to write to, or null without a usable mail address. The name falls back to what stands before the @. */
export function readContact(
  cells: { name: string; mail: string },
  warn: (note: RowNote<WarningCode>) => void,
): { name: string; mail: string } | null {
  if (cells.mail.replace(/^mailto:/i, "") === "") return null;
  const mail = readMailAddress(cells.mail);
  if (mail === null) {
    warn({ code: "contact_mail_unclear" });
    return null;
  }
  return { name: shorten(cells.name || mail.slice(0, mail.indexOf("@")), LONGEST_NAME), mail };
}

/** A mail address in small letters, or null for what is none. */
export function readMailAddress(cell: string): string | null {
  const mail = cell.replace(/^mailto:/i, "").toLowerCase();
  return mail.length <= 254 && MAIL.test(mail) ? mail : null;
}

/** An absolute http or https address without blanks, or "": paths of the site the file came from lead nowhere here. */
export function readWebAddress(cell: string): string {
  const address = /^www\./i.test(cell) ? `https://${cell}` : cell;
  return /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#]\S*)?$/i.test(address) && address.length <= 1000 ? address : "";
}

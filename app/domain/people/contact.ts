import { readMailAddress } from "../imports/read-contact";
import { telephoneAddress } from "../phone";

export const CONTACT_KINDS = ["mail", "phone", "sms", "post"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const LONGEST = 300;

/** A contact point as it is kept, or null for what no mail, call or letter reaches. */
export function readContactValue(kind: ContactKind, typed: string): string | null {
  const value = typed.replaceAll(/\s+/g, " ").trim();
  if (value === "" || value.length > LONGEST) return null;
  if (kind === "mail") return readMailAddress(value);
  return kind === "post" || telephoneAddress(value) ? value : null;
}

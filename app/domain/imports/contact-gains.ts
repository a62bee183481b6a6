import type { KnownContact } from "./contact-book";

export const GAINED = ["title", "organisationName", "mail", "phone", "timeZone", "tags", "note"] as const;

/** What a known contact gets from a row. */
export interface ContactGain {
  field: (typeof GAINED)[number];
  value: string;
}

/** The gaps that a row fills, in the order in which a contact is read; tags are those that are new. */
export function contactGains(before: KnownContact, after: KnownContact, note: string): ContactGain[] {
  const tags = after.tags.filter((tag) => !before.tags.includes(tag)).join(", ");
  const values: Record<ContactGain["field"], string> = {
    title: before.title === "" ? after.title : "",
    organisationName: before.organisationName === "" ? after.organisationName : "",
    mail: before.mail === "" ? after.mail : "",
    phone: before.phone === "" ? after.phone : "",
    timeZone: before.timeZone === "" ? after.timeZone : "",
    tags,
    note,
  };
  return GAINED.filter((field) => values[field] !== "").map((field) => ({ field, value: values[field] }));
}

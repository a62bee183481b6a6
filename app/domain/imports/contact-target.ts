import type { Columns } from "./target";

/** What a column of a file of contacts can hold. */
export const CONTACT_TARGETS = [
  "fullName",
  "givenName",
  "familyName",
  "organisation",
  "jobTitle",
  "workMail",
  "workPhone",
  "language",
  "workClock",
  "tags",
  "foundAt",
  "contactNote",
] as const;

export type ContactTarget = (typeof CONTACT_TARGETS)[number];

/** What a file of contacts lacks: a name, whole or in its two parts, and a way to reach somebody. */
export function lacksOfContacts(columns: Columns<ContactTarget>): ContactTarget[] {
  const lacks: ContactTarget[] = [];
  if (columns.fullName === undefined && (columns.givenName === undefined || columns.familyName === undefined))
    lacks.push("fullName");
  if (columns.workMail === undefined && columns.workPhone === undefined) lacks.push("workMail");
  return lacks;
}

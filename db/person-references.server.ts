import type { Reference } from "./moved-rows.server";

const names = (table: string, column: string): Reference => ({ table, column, key: ["id"], owner: "school_id" });

/**
 * Columns that name a guardian and name another one once the two are one. A test compares them, and those that stay, with the foreign
 * keys to people.
 */
export const GUARDIAN_REFERENCES = {
  links: names("guardian_links", "guardian_id"),
  consents: names("consents", "guardian_id"),
  points: names("contact_points", "person_id"),
  introductions: names("introductions", "proposed_by"),
  memberships: names("identity.memberships", "person_id"),
  // By the noun beside them, without a key.
  keysOfMails: names("identity.links", "person_id"),
  tasks: names("staff_tasks", "subject_id"),
} as const;

/** Where it is kept what else a merge changed: whole rows as they were, or the keys of rows. */
export const KEPT_AS = {
  writtenLinks: "guardian_links",
  keysOfRequests: "identity.links.subject_id",
  tasksOfRequests: "staff_tasks.consent",
  scansOfRequests: "scans.consent_id",
  toldPerson: "staff_tasks.props",
  invitations: "invitations",
  unpreferred: "contact_points.preferred",
  places: "identity.memberships.to_on",
} as const;

/** Tables that go on naming the row that went, with why. */
export const STAYS_WITH_GONE_GUARDIAN: Readonly<Record<string, string>> = {
  thread_members: "nobody who ever sat in a conversation goes",
  guardian_codes: "a code opens for the row alone for which it was made: the school hands out another one",
  invitations: "those that are open are taken back, as long as the two are one",
  import_rows: "what a file said of the row",
  former_names: "what the row was called; no page reads it",
  mails: "what was written under that name; the keys in it open for the one that stays",
  people_apart: "what was said of two is over once one of them goes: a merge takes it away",
  people: "whom others went into",
  // Of a student or of staff, who go into nobody as guardians.
  students: "no guardian is a student",
  transfers: "no guardian is a student",
  safeguarding_leads: "staff",
  advisories: "staff",
  advisory_covers: "staff",
  meetings: "staff",
  contacts: "staff",
  sequences: "staff",
};

import type { Reference } from "./moved-rows.server";
import { GUARDIAN_REFERENCES } from "./person-references.server";

const names = (table: string, column: string): Reference => ({ table, column, key: ["id"], owner: "school_id" });

/**
 * Columns that name somebody of the staff and name another one once the two are one. A test compares them, and those that stay, with the
 * foreign keys to people.
 */
export const STAFF_REFERENCES = {
  advisories: names("advisories", "advisor_id"),
  covers: names("advisory_covers", "cover_id"),
  contacts: names("contacts", "owner_id"),
  sequences: names("sequences", "writer_id"),
  meetings: names("meetings", "with_id"),
  seats: names("thread_members", "person_id"),
  points: GUARDIAN_REFERENCES.points,
  // By the noun beside them, without a key.
  keysOfMails: GUARDIAN_REFERENCES.keysOfMails,
  tasks: GUARDIAN_REFERENCES.tasks,
} as const;

/** Where it is kept what else a merge of staff changed: whole rows as they were, or the keys of rows. */
export const STAFF_KEPT_AS = {
  /** The two as they were. No merge of other people reads it. */
  people: "people.staff",
  givenRole: "identity.memberships.role",
  /** Covers of advisories that came over, so that those given since are told apart. */
  knownCovers: "advisory_covers.known",
} as const;

/** Tables that go on naming the row of the staff that went, with why. */
export const STAYS_WITH_GONE_STAFF: Readonly<Record<string, string>> = {
  "identity.memberships": "they end, as long as the two are one: what an address opens stays with whom it was given to",
  safeguarding_leads: "no lead goes; who was one once was it under that name",
  introductions: "whom they proposed they proposed under that name",
  invitations: "those that are open are taken back, as long as the two are one",
  import_rows: "what a file said of the row",
  former_names: "what the row was called; no page reads it",
  mails: "what was written under that name; the keys in it open for the one that stays",
  people_apart: "what was said of two is over once one of them goes: a merge takes it away",
  people: "whom others went into",
  // Of a student or of a family, who go into nobody as staff.
  students: "no student is staff",
  transfers: "no student is staff",
  guardian_links: "family",
  guardian_codes: "family",
  consents: "family",
};

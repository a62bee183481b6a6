import type { TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";

/** A word that stands in everything a school wrote about its people, and nowhere else. */
export const CANARY = "zzcanary";
/** The same with one student's family. */
export const FAMILY_CANARY = "zzcanary-family-";

/** Where words about people stand, in tables with a school. */
const WORDS: Record<string, readonly string[]> = {
  people: ["full_name", "name_used", "pronunciation"],
  contact_points: ["value"],
  students: ["goals"],
  guardian_links: ["relationship"],
  advisories: ["name"],
  pursuits: ["student_note", "decline_for_student", "decline_for_staff"],
  visits: ["note", "place"],
  messages: ["body", "returned_because", "pictures_show"],
  gates: ["note"],
  first_calls: ["note"],
  consents: ["signed_name", "signed_relationship", "evidence", "interpreter"],
  disclosures: ["first_name"],
  introductions: ["mentor_name", "mentor_mail", "mentor_phone", "does_what", "how_known"],
  forbidden_pairs: ["note"],
  imports: ["file_name"],
  concerns: [
    "body",
    "about_name",
    "about_full_name",
    "reporter_name",
    "call_phone",
    "message_words",
    "message_pictures_show",
    "message_by",
  ],
  suspension_reasons: ["body"],
  contacts: ["full_name", "title", "organisation_name", "origin_note"],
  contact_imports: ["file_name"],
  contact_notes: ["body"],
  outreach_mails: ["subject", "body"],
  sequences: ["name"],
  sequence_steps: ["subject", "body"],
  staff_tasks: ["outcome_note"],
  invitations: ["note"],
  visitor_offers: ["what", "full_name", "organisation_name", "mail"],
  gifts: ["donor_name"],
  fund_allocations: ["need"],
};

/** Puts the canary before every word that a school holds about people. */
export async function markWords(database: TestDatabase, { schoolId }: { schoolId: string }): Promise<void> {
  for (const [table, columns] of Object.entries(WORDS)) {
    const set = columns.map((column) => `${column} = '${CANARY}' || ${column}`).join(", ");
    await sql(database, `update ${table} set ${set} where school_id = $1`, [schoolId]);
  }
}

/** Puts another canary before the words about one student and the guardians. */
export async function markFamily(database: TestDatabase, people: readonly string[]): Promise<void> {
  const naming = people.join("|");
  for (const [table, columns] of Object.entries(WORDS)) {
    const set = columns.map((column) => `${column} = '${FAMILY_CANARY}' || ${column}`).join(", ");
    await sql(database, `update ${table} t set ${set} where t::text ~ '${naming}'`);
  }
}

/** Whether an answer holds a marked word, however deep. */
export function tells(answer: unknown, canary: string = CANARY): boolean {
  return JSON.stringify(answer, (_, value) => (value instanceof Map ? [...value] : value))?.includes(canary) ?? false;
}

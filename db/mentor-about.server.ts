import type { AboutMentor } from "~/domain/mentor/about-mentor";
import type { ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

/** What is said about a mentor, and which school said it for them and why; no school for what the mentor said. */
export interface AboutRow {
  about: AboutMentor;
  /** How often it was said. */
  revision: number;
  bySchoolId: string | null;
  reason: string;
}

const columns = [
  "interests",
  "languages",
  "experience_years",
  "about_revision",
  "about_by_school_id",
  "about_reason",
] as const;

export async function findAboutMentor(tx: ScopeTx, of: OfMentor): Promise<AboutRow | undefined> {
  const row = await select(tx, of).executeTakeFirst();
  return row && toAbout(row);
}

/** The same, against whoever says something else at this moment. */
export async function lockAboutMentor(tx: ScopeTx, of: OfMentor): Promise<AboutRow | undefined> {
  const row = await select(tx, of).forNoKeyUpdate().executeTakeFirst();
  return row && toAbout(row);
}

/** Keeps what is said about a mentor, in place of what was said before. Answers whether there is such a mentor. */
export async function writeAboutMentor(
  tx: ScopeTx,
  { districtId, mentorId, about, revision, bySchoolId, reason }: OfMentor & AboutRow,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mentors")
    .set({
      interests: [...about.interests],
      languages: [...about.languages],
      experience_years: about.yearsWithStudents,
      about_revision: revision,
      about_by_school_id: bySchoolId,
      about_reason: reason,
    })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function select(tx: ScopeTx, { districtId, mentorId }: OfMentor) {
  return tx.selectFrom("mentors").select(columns).where("district_id", "=", districtId).where("id", "=", mentorId);
}

function toAbout(row: Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>): AboutRow {
  return {
    about: { interests: row.interests, languages: row.languages, yearsWithStudents: row.experience_years },
    revision: row.about_revision,
    bySchoolId: row.about_by_school_id,
    reason: row.about_reason,
  };
}

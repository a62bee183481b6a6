import type { ScopeTx } from "./scope.server";

export interface NewDisclosure {
  schoolId: string;
  districtId: string;
  pursuitId: string;
  organisationId: string;
  mentorId: string | null;
  consentId: string;
  firstName: string;
  gradeBand: string;
  interests: readonly string[];
  now: Date;
}

/** Freezes what a host is told about a student. A second contact about the same pursuit replaces a withdrawn row. */
export async function insertDisclosure(tx: ScopeTx, disclosure: NewDisclosure): Promise<void> {
  const values = {
    consent_id: disclosure.consentId,
    mentor_id: disclosure.mentorId,
    first_name: disclosure.firstName,
    grade_band: disclosure.gradeBand,
    interests: [...disclosure.interests],
    disclosed_at: disclosure.now.toISOString(),
    withdrawn_at: null,
  };
  await tx
    .insertInto("disclosures")
    .values({
      school_id: disclosure.schoolId,
      district_id: disclosure.districtId,
      pursuit_id: disclosure.pursuitId,
      organisation_id: disclosure.organisationId,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(["school_id", "pursuit_id"]).doUpdateSet(values))
    .execute();
}

/** From now on the host reads nothing about the student any more; the fact of the disclosure stays. */
export async function withdrawDisclosure(
  tx: ScopeTx,
  { schoolId, pursuitId, now }: { schoolId: string; pursuitId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("disclosures")
    .set({ withdrawn_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** Says who of the host was told, where somebody else leads the place by now. */
export async function writeToldMentor(
  tx: ScopeTx,
  { schoolId, pursuitId, mentorId }: { schoolId: string; pursuitId: string; mentorId: string },
): Promise<void> {
  await tx
    .updateTable("disclosures")
    .set({ mentor_id: mentorId })
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .execute();
}

/** What an organisation was told about one pursuit and may still read, or undefined. */
export function findDisclosure(
  tx: ScopeTx,
  { organisationId, pursuitId }: { organisationId: string; pursuitId: string },
) {
  return tx
    .selectFrom("disclosures")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("pursuit_id", "=", pursuitId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
}

/** Everything disclosed to the organisation in scope and not withdrawn, newest first. */
export function listDisclosures(tx: ScopeTx, { organisationId }: { organisationId: string }) {
  return tx
    .selectFrom("disclosures")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("withdrawn_at", "is", null)
    .orderBy("disclosed_at", "desc")
    .execute();
}

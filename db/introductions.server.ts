import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface NewIntroduction {
  schoolId: string;
  districtId: string;
  proposedBy: string;
  proposedAs: "guardian" | "student" | "staff";
  /** Who of staff took it down for the proposer; null where they wrote it. */
  recordedBy: string | null;
  forStudentId: string | null;
  mentorName: string;
  mentorMail: string;
  mentorPhone: string;
  mentorLanguage: string;
  doesWhat: string;
  howKnown: string;
  mayBeNamed: boolean;
  isRelative: boolean;
  relativesStudentId: string | null;
  now: Date;
}

export async function insertIntroduction(tx: ScopeTx, introduction: NewIntroduction): Promise<string> {
  const { id } = await tx
    .insertInto("introductions")
    .values({
      school_id: introduction.schoolId,
      district_id: introduction.districtId,
      proposed_by: introduction.proposedBy,
      proposed_as: introduction.proposedAs,
      recorded_by: introduction.recordedBy,
      for_student_id: introduction.forStudentId,
      mentor_name: introduction.mentorName,
      mentor_mail: introduction.mentorMail,
      mentor_phone: introduction.mentorPhone,
      mentor_language: introduction.mentorLanguage,
      does_what: introduction.doesWhat,
      how_known: introduction.howKnown,
      may_be_named: introduction.mayBeNamed,
      is_relative: introduction.isRelative,
      relatives_student_id: introduction.relativesStudentId,
      created_at: introduction.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export function findIntroduction(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
) {
  return introductionFacts(tx)
    .where("i.school_id", "=", schoolId)
    .where("i.id", "=", introductionId)
    .executeTakeFirst();
}

/** Locks an introduction for this transaction and reads it as it is from then on. */
export async function lockIntroduction(
  tx: ScopeTx,
  key: { schoolId: string; introductionId: string },
): Promise<IntroductionFacts | undefined> {
  await tx
    .selectFrom("introductions")
    .select("id")
    .where("school_id", "=", key.schoolId)
    .where("id", "=", key.introductionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return findIntroduction(tx, key);
}

export type IntroductionFacts = NonNullable<Awaited<ReturnType<typeof findIntroduction>>>;

/** Introductions of a school, or those one person proposed, the longest waiting first. */
export function listIntroductions(
  tx: ScopeTx,
  asked: { schoolId: string; proposedBy?: string; states?: readonly string[]; limit?: number },
) {
  return introductionFacts(tx)
    .where("i.school_id", "=", asked.schoolId)
    .$if(asked.proposedBy !== undefined, (query) => query.where("i.proposed_by", "=", asked.proposedBy ?? ""))
    .$if(asked.states !== undefined, (query) => query.where("i.state", "in", [...(asked.states ?? [])]))
    .orderBy("i.created_at")
    .orderBy("i.id")
    .limit(asked.limit ?? 200)
    .execute();
}

/** The introduction of the school that a mentor came by, with who proposed them; undefined for one who came another way. */
export function findIntroductionOfMentor(
  tx: ScopeTx,
  { schoolId, mentorId }: { schoolId: string; mentorId: string },
): Promise<{ id: string; proposer: string } | undefined> {
  return tx
    .selectFrom("introductions as i")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "i.school_id").onRef("pe.id", "=", "i.proposed_by"),
    )
    .select(["i.id", "pe.full_name as proposer"])
    .where("i.school_id", "=", schoolId)
    .where("i.mentor_id", "=", mentorId)
    .where("i.state", "=", "accepted")
    .orderBy("i.created_at")
    .orderBy("i.id")
    .executeTakeFirst();
}

/** What became of introductions, for whoever joined them. */
export async function listWhatBecame(
  tx: ScopeTx,
  { schoolId, introductionIds }: { schoolId: string; introductionIds: readonly string[] },
) {
  if (introductionIds.length === 0) return [];
  return tx
    .selectFrom("introductions")
    .select(["id", "state", "invited_at", "placed_told_at"])
    .where("school_id", "=", schoolId)
    .where("id", "in", [...introductionIds])
    .execute();
}

function introductionFacts(tx: ScopeTx) {
  return tx
    .selectFrom("introductions as i")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "i.school_id").onRef("pe.id", "=", "i.proposed_by"),
    )
    .leftJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "i.district_id").onRef("o.id", "=", "i.organisation_id"),
    )
    .leftJoin("people as fs", (join) =>
      join.onRef("fs.school_id", "=", "i.school_id").onRef("fs.id", "=", "i.for_student_id"),
    )
    .leftJoin("people as rb", (join) =>
      join.onRef("rb.school_id", "=", "i.school_id").onRef("rb.id", "=", "i.recorded_by"),
    )
    .selectAll("i")
    .select([
      "fs.full_name as for_student_name",
      "rb.full_name as recorded_by_name",
      "pe.name_used as proposer_name",
      "pe.full_name as proposer_full_name",
      "pe.language as proposer_language",
      "o.name as organisation_name",
    ]);
}

/**
 * What somebody proposed and nobody has answered yet. Holds their next proposal back until this transaction ends, so that
 * a form sent twice is one introduction.
 */
export async function lockOpenProposals(
  tx: ScopeTx,
  { schoolId, proposedBy }: { schoolId: string; proposedBy: string },
) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`introduction:${schoolId}:${proposedBy}`}, 0))`.execute(tx);
  return tx
    .selectFrom("introductions")
    .select(["id", "state", "mentor_name", "mentor_mail", "mentor_phone"])
    .where("school_id", "=", schoolId)
    .where("proposed_by", "=", proposedBy)
    .where("state", "in", ["submitted", "in_review", "invited", "bounced", "joined"])
    .execute();
}

/** Notes that somebody is a relative; of which student, where nobody said so before. */
export async function markRelative(
  tx: ScopeTx,
  { schoolId, introductionId, studentId }: { schoolId: string; introductionId: string; studentId: string | null },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ is_relative: true, relatives_student_id: studentId })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .where("is_relative", "=", false)
    .execute();
}

/** Notes to which organisation somebody who was introduced belongs, once that is certain. */
export async function updateIntroductionOrganisation(
  tx: ScopeTx,
  { schoolId, introductionId, organisationId }: { schoolId: string; introductionId: string; organisationId: string },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ organisation_id: organisationId })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

/** Corrects how somebody is reached, while the introduction waits. */
export async function updateInvitee(
  tx: ScopeTx,
  {
    schoolId,
    introductionId,
    ...invitee
  }: { schoolId: string; introductionId: string; mentorMail: string; mentorLanguage: string; reviewedBy: string },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({
      mentor_mail: invitee.mentorMail,
      mentor_language: invitee.mentorLanguage,
      reviewed_by: invitee.reviewedBy,
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

/** Notes that an invitation goes out once more, from now on and to this address, which nobody has been reminded at. */
export async function updateInvitedAgain(
  tx: ScopeTx,
  {
    schoolId,
    introductionId,
    ...invitee
  }: {
    schoolId: string;
    introductionId: string;
    mentorMail: string;
    mentorLanguage: string;
    reviewedBy: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({
      mentor_mail: invitee.mentorMail,
      mentor_language: invitee.mentorLanguage,
      reviewed_by: invitee.reviewedBy,
      invited_at: invitee.now.toISOString(),
      expires_at: invitee.expiresAt.toISOString(),
      reminded_at: null,
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

/** Overwrites what was told about somebody who never agreed; the row stays for the count. */
export async function forgetInvitee(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ mentor_name: "", mentor_mail: "", mentor_phone: "", does_what: "", how_known: "" })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

/** Introductions nobody answered in time: invited ones past their date, the others from before `submittedBefore`. */
export async function listOverdueIntroductions(
  tx: ScopeTx,
  { schoolId, now, submittedBefore }: { schoolId: string; now: Date; submittedBefore: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("introductions")
    .select("id")
    .where("school_id", "=", schoolId)
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "in", ["invited", "bounced"]), eb("expires_at", "<", now.toISOString())]),
        eb.and([eb("state", "in", ["submitted", "in_review"]), eb("created_at", "<", submittedBefore.toISOString())]),
      ]),
    )
    .orderBy("created_at")
    .execute();
  return rows.map((row) => row.id);
}

/** Invitations from before a moment of which no reminder went out. */
export async function listUnremindedInvitations(
  tx: ScopeTx,
  { schoolId, invitedBefore }: { schoolId: string; invitedBefore: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("introductions")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("state", "=", "invited")
    .where("reminded_at", "is", null)
    .where("invited_at", "<=", invitedBefore.toISOString())
    .orderBy("invited_at")
    .execute();
  return rows.map((row) => row.id);
}

/** Notes the one reminder of an invitation. */
export async function updateInvitationReminded(
  tx: ScopeTx,
  { schoolId, introductionId, now }: { schoolId: string; introductionId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ reminded_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

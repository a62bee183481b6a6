import type { ScopeTx } from "./scope.server";

export interface NewIntroduction {
  schoolId: string;
  districtId: string;
  proposedBy: string;
  proposedAs: "guardian" | "student" | "staff";
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

export function findIntroduction(tx: ScopeTx, { schoolId, introductionId }: { schoolId: string; introductionId: string }) {
  return introductionFacts(tx).where("i.school_id", "=", schoolId).where("i.id", "=", introductionId).executeTakeFirst();
}

export type IntroductionFacts = NonNullable<Awaited<ReturnType<typeof findIntroduction>>>;

/** Introductions of a school, or those one person proposed, the longest waiting first. */
export function listIntroductions(tx: ScopeTx, asked: { schoolId: string; proposedBy?: string; states?: readonly string[]; limit?: number }) {
  return introductionFacts(tx)
    .where("i.school_id", "=", asked.schoolId)
    .$if(asked.proposedBy !== undefined, (query) => query.where("i.proposed_by", "=", asked.proposedBy ?? ""))
    .$if(asked.states !== undefined, (query) => query.where("i.state", "in", [...(asked.states ?? [])]))
    .orderBy("i.created_at")
    .orderBy("i.id")
    .limit(asked.limit ?? 200)
    .execute();
}

function introductionFacts(tx: ScopeTx) {
  return tx
    .selectFrom("introductions as i")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "i.school_id").onRef("pe.id", "=", "i.proposed_by"))
    .leftJoin("organisations as o", (join) => join.onRef("o.district_id", "=", "i.district_id").onRef("o.id", "=", "i.organisation_id"))
    .selectAll("i")
    .select(["pe.name_used as proposer_name", "pe.full_name as proposer_full_name", "pe.language as proposer_language", "o.name as organisation_name"]);
}

/** An introduction that waits or was accepted for the same address, so that nobody is written to twice. */
export function findIntroductionByMail(tx: ScopeTx, { schoolId, mail }: { schoolId: string; mail: string }) {
  return tx
    .selectFrom("introductions")
    .select(["id", "state"])
    .where("school_id", "=", schoolId)
    .where("mentor_mail", "=", mail)
    .where("state", "in", ["submitted", "in_review", "invited", "accepted"])
    .executeTakeFirst();
}

/** Overwrites what was told about somebody who never agreed; the row stays for the count. */
export async function forgetInvitee(tx: ScopeTx, { schoolId, introductionId }: { schoolId: string; introductionId: string }): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ mentor_name: "", mentor_mail: "", mentor_phone: "", does_what: "", how_known: "" })
    .where("school_id", "=", schoolId)
    .where("id", "=", introductionId)
    .execute();
}

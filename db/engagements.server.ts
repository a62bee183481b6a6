import type { ScopeTx } from "./scope.server";

export interface NewEngagement {
  schoolId: string;
  districtId: string;
  pursuitId: string;
  leadMentorId: string | null;
  basis: string;
  startsOn: string | null;
  endsOn: string | null;
  now: Date;
}

/** Begins an engagement that is not started: its gates decide when it may become active. */
export async function insertEngagement(tx: ScopeTx, engagement: NewEngagement): Promise<string> {
  const { id } = await tx
    .insertInto("engagements")
    .values({
      school_id: engagement.schoolId,
      district_id: engagement.districtId,
      pursuit_id: engagement.pursuitId,
      lead_mentor_id: engagement.leadMentorId,
      basis: engagement.basis,
      starts_on: engagement.startsOn,
      ends_on: engagement.endsOn,
      created_at: engagement.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** How many internships of a student are being set up or run. */
export async function countRunningEngagements(
  tx: ScopeTx,
  { schoolId, studentId }: { schoolId: string; studentId: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("engagements as e")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "e.school_id").onRef("u.id", "=", "e.pursuit_id"),
    )
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("e.school_id", "=", schoolId)
    .where("u.student_id", "=", studentId)
    .where("e.state", "not in", ["ended", "closed"])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Says who leads an internship from now on; null where nobody is known. */
export async function writeEngagementLead(
  tx: ScopeTx,
  { schoolId, engagementId, leadMentorId }: { schoolId: string; engagementId: string; leadMentorId: string | null },
): Promise<void> {
  await tx
    .updateTable("engagements")
    .set({ lead_mentor_id: leadMentorId })
    .where("school_id", "=", schoolId)
    .where("id", "=", engagementId)
    .execute();
}

/** The internship that comes from a pursuit, locked until the transaction ends; undefined where none does. */
export function lockEngagementOf(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return tx
    .selectFrom("engagements")
    .select(["id", "state", "lead_mentor_id"])
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

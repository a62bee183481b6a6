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

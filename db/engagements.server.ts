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

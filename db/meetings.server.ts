import type { ScopeTx } from "./scope.server";

/** A talk of an advisor with a student. */
export interface Meeting {
  id: string;
  student_id: string;
  with_id: string;
  with_name: string;
  state: string;
  starts_at: string;
  ends_at: string;
  place: string;
  family_asked: boolean;
  /** How often it has changed. */
  sequence: number;
  /** The host name that its calendar entries go by; null for one of before it was kept. */
  entry_host: string | null;
}

/** When and where, and whom it concerns. */
export interface MeetingTerms {
  withId: string;
  startsAt: string;
  endsAt: string;
  place: string;
  familyAsked: boolean;
}

interface Coming {
  schoolId: string;
  studentIds: readonly string[];
  now: Date;
}

/** The meetings of students that are planned and not over, the earliest first. */
export async function listComingMeetings(tx: ScopeTx, { schoolId, studentIds, now }: Coming): Promise<Meeting[]> {
  if (studentIds.length === 0) return [];
  return meetings(tx, schoolId)
    .where("m.student_id", "in", [...studentIds])
    .where("m.state", "=", "planned")
    .where("m.ends_at", ">", now.toISOString())
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .execute();
}

/** One meeting as it is now; undefined when the school has no such meeting. */
export function findMeeting(
  tx: ScopeTx,
  { schoolId, meetingId }: { schoolId: string; meetingId: string },
): Promise<Meeting | undefined> {
  return meetings(tx, schoolId).where("m.id", "=", meetingId).executeTakeFirst();
}

export async function insertMeeting(
  tx: ScopeTx,
  {
    schoolId,
    studentId,
    entryHost,
    now,
    ...terms
  }: MeetingTerms & { schoolId: string; studentId: string; entryHost: string; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("meetings")
    .values({
      ...{ school_id: schoolId, student_id: studentId, ...rowOf(terms) },
      ...{ entry_host: entryHost, created_at: now.toISOString() },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Other terms for a meeting that is still to come; its state stays. */
export async function putMeeting(
  tx: ScopeTx,
  {
    schoolId,
    meetingId,
    sequence,
    entryHost,
    ...terms
  }: MeetingTerms & { schoolId: string; meetingId: string; sequence: number; entryHost: string },
): Promise<void> {
  await tx
    .updateTable("meetings")
    .set({ ...rowOf(terms), sequence, entry_host: entryHost })
    .where("school_id", "=", schoolId)
    .where("id", "=", meetingId)
    .execute();
}

const rowOf = ({ withId, startsAt, endsAt, place, familyAsked }: MeetingTerms) => ({
  ...{ with_id: withId, starts_at: startsAt, ends_at: endsAt, place, family_asked: familyAsked },
});

function meetings(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("meetings as m")
    .innerJoin("people as w", (join) => join.onRef("w.school_id", "=", "m.school_id").onRef("w.id", "=", "m.with_id"))
    .select(["m.id", "m.student_id", "m.with_id", "w.full_name as with_name", "m.state", "m.starts_at", "m.ends_at"])
    .select(["m.place", "m.family_asked", "m.sequence", "m.entry_host"])
    .where("m.school_id", "=", schoolId);
}

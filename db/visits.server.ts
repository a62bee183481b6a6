import type { ScopeTx } from "./scope.server";

export interface Visit {
  id: string;
  kind: string;
  state: string;
  starts_at: string | null;
  ends_at: string | null;
  place: string;
  /** How often the dated visit has changed. */
  sequence: number;
  /** The mentor who was told of it last, and has it in their calendar. */
  told_mentor_id: string | null;
  /** How often that became somebody else. */
  host_changes: number;
  /** The host name in the identifier of its calendar entries; null for one that was planned before it was kept. */
  entry_host: string | null;
}

const columns = [
  ...(["id", "kind", "state", "starts_at", "ends_at", "place", "sequence"] as const),
  ...(["told_mentor_id", "host_changes", "entry_host"] as const),
];

export interface NewVisit {
  schoolId: string;
  pursuitId: string;
  kind: string;
  startsAt: string;
  endsAt: string;
  place: string;
  entryHost: string;
  now: Date;
}

export async function insertVisit(tx: ScopeTx, visit: NewVisit): Promise<string> {
  const { id } = await tx
    .insertInto("visits")
    .values({
      school_id: visit.schoolId,
      pursuit_id: visit.pursuitId,
      kind: visit.kind,
      starts_at: visit.startsAt,
      ends_at: visit.endsAt,
      place: visit.place,
      entry_host: visit.entryHost,
      created_at: visit.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The visits of a pursuit, the earliest first. */
export function listVisits(
  tx: ScopeTx,
  { schoolId, pursuitId }: { schoolId: string; pursuitId: string },
): Promise<Visit[]> {
  return tx
    .selectFrom("visits")
    .select(columns)
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
}

/** The visits of several pursuits, whatever came of them, the earliest first. */
export async function listVisitsOf(
  tx: ScopeTx,
  { schoolId, pursuitIds }: { schoolId: string; pursuitIds: readonly string[] },
): Promise<(Visit & { pursuit_id: string })[]> {
  if (pursuitIds.length === 0) return [];
  return tx
    .selectFrom("visits")
    .select([...columns, "pursuit_id"])
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "in", [...pursuitIds])
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
}

/** The visits of several pursuits in some states that are not over yet, the earliest first. */
export function listComingVisits(
  tx: ScopeTx,
  asked: { schoolId: string; pursuitIds: readonly string[]; states: readonly string[]; now: Date },
): Promise<(Visit & { pursuit_id: string })[]> {
  if (asked.pursuitIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom("visits")
    .select([...columns, "pursuit_id"])
    .where("school_id", "=", asked.schoolId)
    .where("pursuit_id", "in", [...asked.pursuitIds])
    .where("state", "in", [...asked.states])
    .where("ends_at", ">", asked.now.toISOString())
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
}

/** The pursuit of a visit; undefined when the school has no such visit. */
export async function findPursuitOfVisit(
  tx: ScopeTx,
  { schoolId, visitId }: { schoolId: string; visitId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("visits")
    .select("pursuit_id")
    .where("school_id", "=", schoolId)
    .where("id", "=", visitId)
    .executeTakeFirst();
  return row?.pursuit_id;
}

/** Whether a student is somewhere else at that time: another dated visit of any of their pursuits overlaps. */
export async function isStudentBusy(
  tx: ScopeTx,
  asked: { schoolId: string; studentId: string; startsAt: string; endsAt: string; exceptVisit: string | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom("visits as v")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "v.school_id").onRef("u.id", "=", "v.pursuit_id"),
    )
    .select("v.id")
    .where("v.school_id", "=", asked.schoolId)
    .where("u.student_id", "=", asked.studentId)
    .where("v.state", "=", "dated")
    .where("v.starts_at", "<", asked.endsAt)
    .where("v.ends_at", ">", asked.startsAt)
    .$if(asked.exceptVisit !== null, (query) => query.where("v.id", "<>", asked.exceptVisit ?? ""))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Another time or place for a visit that is still to come; its state stays. */
export async function putVisitTime(
  tx: ScopeTx,
  visit: { schoolId: string; visitId: string; startsAt: string; endsAt: string; place: string; sequence: number },
): Promise<void> {
  await tx
    .updateTable("visits")
    .set({ starts_at: visit.startsAt, ends_at: visit.endsAt, place: visit.place, sequence: visit.sequence })
    .where("school_id", "=", visit.schoolId)
    .where("id", "=", visit.visitId)
    .execute();
}

/** Keeps who of the host has a visit in their calendar from now on, and by which name entries go. */
export async function putVisitHost(
  tx: ScopeTx,
  host: { schoolId: string; visitId: string; toldMentorId: string | null; hostChanges: number; entryHost: string },
): Promise<void> {
  await tx
    .updateTable("visits")
    .set({ told_mentor_id: host.toldMentorId, host_changes: host.hostChanges, entry_host: host.entryHost })
    .where("school_id", "=", host.schoolId)
    .where("id", "=", host.visitId)
    .execute();
}

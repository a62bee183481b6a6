import type { ThreadRole } from "~/domain/conversation/standing";
import { countReached } from "./messages.server";
import type { ScopeTx } from "./scope.server";

interface OfThread {
  schoolId: string;
  threadId: string;
}

/** Somebody with a seat: a mentor of the district, or a person of the school. */
export type Sitter = { role: "mentor"; mentorId: string } | { role: Exclude<ThreadRole, "mentor">; personId: string };

/** The conversation about a pursuit, when somebody has begun one. */
export function findThread(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return tx
    .selectFrom("threads")
    .select(["id", "opened_at"])
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .executeTakeFirst();
}

export async function insertThread(
  tx: ScopeTx,
  { schoolId, pursuitId, now }: { schoolId: string; pursuitId: string; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("threads")
    .values({ school_id: schoolId, pursuit_id: pursuitId, opened_at: now.toISOString() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Gives seats to those who have none yet; what was written before they came is no news to them. */
export async function seatMembers(
  tx: ScopeTx,
  {
    schoolId,
    districtId,
    threadId,
    sitters,
    now,
  }: OfThread & { districtId: string; sitters: readonly Sitter[]; now: Date },
): Promise<void> {
  if (sitters.length === 0) return;
  const seen = await countReached(tx, { schoolId, threadId });
  await tx
    .insertInto("thread_members")
    .values(
      sitters.map((sitter) => ({
        ...{ school_id: schoolId, thread_id: threadId, district_id: districtId, role: sitter.role },
        person_id: sitter.role === "mentor" ? null : sitter.personId,
        mentor_id: sitter.role === "mentor" ? sitter.mentorId : null,
        joined_at: now.toISOString(),
        seen,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The seat of somebody in a thread, also one that they have left. */
export function findMember(tx: ScopeTx, { schoolId, threadId, sitter }: OfThread & { sitter: Sitter }) {
  return tx
    .selectFrom("thread_members")
    .select(["id", "role", "joined_at", "left_at", "seen"])
    .where("school_id", "=", schoolId)
    .where("thread_id", "=", threadId)
    .$if(sitter.role === "mentor", (query) => query.where("mentor_id", "=", (sitter as { mentorId: string }).mentorId))
    .$if(sitter.role !== "mentor", (query) => query.where("person_id", "=", (sitter as { personId: string }).personId))
    .executeTakeFirst();
}

/** A guardian comes back to a seat, or leaves it. */
export async function moveMember(
  tx: ScopeTx,
  { schoolId, memberId, leftAt, now }: { schoolId: string; memberId: string; leftAt: Date | null; now: Date },
): Promise<void> {
  await tx
    .updateTable("thread_members")
    .set({ left_at: leftAt?.toISOString() ?? null, ...(leftAt === null && { joined_at: now.toISOString() }) })
    .where("school_id", "=", schoolId)
    .where("id", "=", memberId)
    .execute();
}

/** The guardians who sit in a thread now, with their names. */
export function listSittingGuardians(tx: ScopeTx, { schoolId, threadId }: OfThread) {
  return tx
    .selectFrom("thread_members as tm")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "tm.school_id").onRef("pe.id", "=", "tm.person_id"),
    )
    .select(["tm.person_id", "pe.full_name", "pe.name_used"])
    .where("tm.school_id", "=", schoolId)
    .where("tm.thread_id", "=", threadId)
    .where("tm.role", "=", "guardian")
    .where("tm.left_at", "is", null)
    .orderBy("tm.joined_at")
    .execute();
}

/** Whether a member of the staff has opened a thread since a moment, by the audit log. */
export async function hasReadThread(
  tx: ScopeTx,
  { schoolId, threadId, personId, since }: OfThread & { personId: string; since: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom("audit_log")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("noun", "=", "thread")
    .where("noun_id", "=", threadId)
    .where("transition", "=", "read")
    .where("actor_id", "=", personId)
    .where("at", ">", since.toISOString())
    .executeTakeFirst();
  return row !== undefined;
}

export interface ThreadsAsked {
  schoolId: string;
  studentIds?: readonly string[];
  pursuitIds?: readonly string[];
  /** Only those in which this guardian sits now. */
  guardianId?: string;
}

/** Conversations of a school with the number of messages that everybody in them reads, the one with the newest message first. */
export function listThreads(tx: ScopeTx, asked: ThreadsAsked & { limit: number; offset: number }) {
  return threadsOf(tx, asked)
    .leftJoin("messages as ms", (join) =>
      join.onRef("ms.school_id", "=", "t.school_id").onRef("ms.thread_id", "=", "t.id").on("ms.state", "=", "sent"),
    )
    .select((eb) => [
      "t.id",
      "t.pursuit_id",
      "t.opened_at",
      eb.fn.count<number>("ms.id").as("messages"),
      eb.fn.max("ms.written_at").as("last_at"),
    ])
    .groupBy(["t.school_id", "t.id"])
    .orderBy((eb) => eb.fn.coalesce(eb.fn.max("ms.written_at"), "t.opened_at"), "desc")
    .orderBy("t.id")
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
}

/** How many conversations `listThreads` has in all. */
export async function countThreads(tx: ScopeTx, asked: ThreadsAsked): Promise<number> {
  const { count } = await threadsOf(tx, asked)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function threadsOf(tx: ScopeTx, { schoolId, studentIds, pursuitIds, guardianId }: ThreadsAsked) {
  return tx
    .selectFrom("threads as t")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "t.school_id").onRef("u.id", "=", "t.pursuit_id"),
    )
    .where("t.school_id", "=", schoolId)
    .$if(studentIds !== undefined, (query) => query.where("u.student_id", "in", orNone(studentIds)))
    .$if(pursuitIds !== undefined, (query) => query.where("u.id", "in", orNone(pursuitIds)))
    .$if(guardianId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom("thread_members as tm")
            .select("tm.id")
            .whereRef("tm.school_id", "=", "t.school_id")
            .whereRef("tm.thread_id", "=", "t.id")
            .where("tm.person_id", "=", guardianId ?? "")
            .where("tm.left_at", "is", null),
        ),
      ),
    );
}

/** An empty list would be no SQL; nothing has this id. */
const orNone = (ids: readonly string[] = []) => (ids.length > 0 ? [...ids] : ["00000000-0000-0000-0000-000000000000"]);

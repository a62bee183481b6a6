import { sql } from "kysely";
import type { ThreadRole } from "~/domain/conversation/standing";
import { HELD_BACK } from "~/domain/mail/unreached";
import type { ScopeTx } from "./scope.server";

/** A person of the school or a mentor of the district, in whatever roles they sit in its conversations. */
export type UnreadReader = { personId: string; mentorId: null } | { personId: null; mentorId: string };

interface OfReader {
  schoolId: string;
  reader: UnreadReader;
}

/** Where somebody has a seat that they have not left. */
export interface Seated {
  memberId: string;
  role: ThreadRole;
  pursuitId: string;
}

/** What somebody has not been shown in one conversation. */
export interface Unread extends Seated {
  messages: number;
  /** Pictures of these messages. */
  pictures: number;
  /** The number of the newest of them. */
  upTo: number;
  /** When the first of them reached the conversation (ISO instant). */
  since: string;
}

/** Up to where mails told a member: what the last one told that was held back counts no more, what came before it does. */
const toldUpTo = sql<number>`case when exists (select from mails ml
  where ml.id = tm.told_in and ml.last_error = ${HELD_BACK}) then tm.told_before else tm.told end`;

/** Up to where a member has read: what they were shown, or also what a mail told them of. */
const shownUpTo = {
  shown: sql<number>`tm.seen`,
  shown_or_told: sql<number>`greatest(tm.seen, ${toldUpTo})`,
};

/**
 * Who has something unread that no mail has told them of: of what reached its conversation between two moments, by somebody else
 * than themselves. Whether they still belong there is asked apart.
 */
export async function listUnreadReaders(
  tx: ScopeTx,
  { schoolId, since, until }: { schoolId: string; since: Date; until: Date },
): Promise<UnreadReader[]> {
  const rows = await unread(tx, { schoolId, but: "shown_or_told" })
    .select(["tm.person_id", "tm.mentor_id"])
    .distinct()
    .where(reachedAt, ">", since.toISOString())
    .where(reachedAt, "<=", until.toISOString())
    .orderBy("tm.person_id")
    .orderBy("tm.mentor_id")
    .execute();
  return rows.map(({ person_id: personId, mentor_id: mentorId }) =>
    mentorId === null ? { personId: personId ?? "", mentorId: null } : { personId: null, mentorId },
  );
}

/** The seats of somebody, locked until the transaction ends, so that one after another tells them what is new. */
export async function lockSeatsOf(tx: ScopeTx, { schoolId, reader }: OfReader): Promise<Seated[]> {
  const rows = await seats(tx, schoolId)
    .select(["tm.id", "tm.role", "t.pursuit_id"])
    .where(isOf(reader))
    .orderBy("tm.id")
    .forNoKeyUpdate("tm")
    .execute();
  return rows.map((row) => ({ memberId: row.id, role: row.role as ThreadRole, pursuitId: row.pursuit_id }));
}

/** What somebody has not been shown, or neither shown nor told of, by conversation; the one where something came last is first. */
export async function listUnreadOf(
  tx: ScopeTx,
  { schoolId, reader, but }: OfReader & { but: keyof typeof shownUpTo },
): Promise<Unread[]> {
  const rows = await unread(tx, { schoolId, but })
    .select(["tm.id", "tm.role", "t.pursuit_id"])
    .select((eb) => [
      eb.fn.countAll<number>().as("messages"),
      eb.fn.max("ms.reached").as("up_to"),
      eb.fn.min(reachedAt).as("since"),
      picturesOf.as("pictures"),
    ])
    .where(isOf(reader))
    .groupBy(["tm.id", "tm.role", "t.pursuit_id"])
    .orderBy((eb) => eb.fn.max(reachedAt), "desc")
    .orderBy("tm.id")
    .execute();
  return rows.map((row) => ({
    ...{ memberId: row.id, role: row.role as ThreadRole, pursuitId: row.pursuit_id },
    ...{ messages: Number(row.messages), pictures: Number(row.pictures) },
    ...{ upTo: row.up_to ?? 0, since: new Date(row.since).toISOString() },
  }));
}

/** A member was shown what was written up to a number; what was shown later is not forgotten. */
export async function updateSeen(
  tx: ScopeTx,
  { schoolId, memberId, upTo }: { schoolId: string; memberId: string; upTo: number },
): Promise<void> {
  await tx
    .updateTable("thread_members")
    .set({ seen: upTo })
    .where("school_id", "=", schoolId)
    .where("id", "=", memberId)
    .where("seen", "<", upTo)
    .execute();
}

/** A mail tells a member of what was written up to a number. */
export async function updateTold(
  tx: ScopeTx,
  { schoolId, memberId, upTo, mailId }: { schoolId: string; memberId: string; upTo: number; mailId: string },
): Promise<void> {
  await tx
    .updateTable("thread_members as tm")
    .set({ told_before: toldUpTo, told: upTo, told_in: mailId })
    .where("school_id", "=", schoolId)
    .where("id", "=", memberId)
    .execute();
}

/** What was let go later reached the others then, not when it was written. */
const reachedAt = sql<string>`coalesce(ms.settled_at, ms.written_at)`;

const picturesOf = sql<string>`sum((select count(*) from message_pictures mp
  where mp.school_id = ms.school_id and mp.message_id = ms.id))`;

function unread(tx: ScopeTx, { schoolId, but }: { schoolId: string; but: keyof typeof shownUpTo }) {
  return seats(tx, schoolId).innerJoin("messages as ms", (join) =>
    join
      .onRef("ms.school_id", "=", "tm.school_id")
      .onRef("ms.thread_id", "=", "tm.thread_id")
      .onRef("ms.member_id", "!=", "tm.id")
      .on("ms.reached", ">", shownUpTo[but]),
  );
}

function seats(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("thread_members as tm")
    .innerJoin("threads as t", (join) =>
      join.onRef("t.school_id", "=", "tm.school_id").onRef("t.id", "=", "tm.thread_id"),
    )
    .where("tm.school_id", "=", schoolId)
    .where("tm.left_at", "is", null);
}

const isOf = ({ personId, mentorId }: UnreadReader) =>
  mentorId === null ? sql<boolean>`tm.person_id = ${personId}` : sql<boolean>`tm.mentor_id = ${mentorId}`;

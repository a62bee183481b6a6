import { sql } from "kysely";
import type { HeldTurn } from "~/domain/conversation/held-turn";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

interface OfThread extends OfSchool {
  threadId: string;
}

/** Whose turn it is to read what waits in a conversation, and until when. */
export async function updateHeldTurn(
  tx: ScopeTx,
  { schoolId, threadId, turn, until }: OfThread & { turn: HeldTurn; until: Date },
): Promise<void> {
  await tx
    .updateTable("threads")
    .set({ held_turn: turn, held_until: until.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", threadId)
    .execute();
}

/** Nothing waits in a conversation any more. */
export async function clearHeldTurn(tx: ScopeTx, { schoolId, threadId }: OfThread): Promise<void> {
  await tx
    .updateTable("threads")
    .set({ held_turn: null, held_until: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", threadId)
    .execute();
}

/** The turn of one conversation; undefined while nothing waits there. */
export async function findHeldTurn(
  tx: ScopeTx,
  { schoolId, threadId }: OfThread,
): Promise<{ turn: HeldTurn; until: Date } | undefined> {
  const row = await tx
    .selectFrom("threads")
    .select(["held_turn", "held_until"])
    .where("school_id", "=", schoolId)
    .where("id", "=", threadId)
    .executeTakeFirst();
  return row?.held_turn && row.held_until
    ? { turn: row.held_turn as HeldTurn, until: new Date(row.held_until) }
    : undefined;
}

/** Conversations in which something waits for the school, the one whose time ends first before the others. */
export async function listHeldThreads(tx: ScopeTx, { schoolId, limit }: OfSchool & { limit: number }) {
  const rows = await heldThreads(tx, schoolId)
    .select(["t.pursuit_id", "t.held_turn", "t.held_until"])
    .select((eb) => [eb.fn.count<number>("ms.id").as("messages"), sql<string>`min(ms.written_at)`.as("since")])
    .groupBy(["t.school_id", "t.id"])
    .orderBy("t.held_until")
    .orderBy("t.id")
    .limit(limit)
    .execute();
  return rows.map(({ messages, ...row }) => ({ ...row, messages: Number(messages) }));
}

/** In how many conversations something waits for the school, and in how many of them a turn has run out. */
export async function countHeldThreads(
  tx: ScopeTx,
  { schoolId, now }: OfSchool & { now: Date },
): Promise<{ waiting: number; late: number }> {
  const isLate = sql<boolean>`t.held_until <= ${now.toISOString()}`;
  const { waiting, late } = await heldThreads(tx, schoolId)
    .select((eb) => [
      eb.fn.count<number>("t.id").distinct().as("waiting"),
      eb.fn.count<number>("t.id").distinct().filterWhere(isLate).as("late"),
    ])
    .executeTakeFirstOrThrow();
  return { waiting: Number(waiting), late: Number(late) };
}

/** How many messages wait for the school, since when the oldest does, and in how many conversations a turn has run out. */
export async function countHeldMessages(
  tx: ScopeTx,
  { schoolId, now }: OfSchool & { now: Date },
): Promise<{ messages: number; oldestAt: string | null; late: number }> {
  const isLate = sql<boolean>`t.held_until <= ${now.toISOString()}`;
  const { messages, oldestAt, late } = await heldThreads(tx, schoolId)
    .select((eb) => [
      eb.fn.count<number>("ms.id").as("messages"),
      sql<string | null>`min(ms.written_at)`.as("oldestAt"),
      eb.fn.count<number>("t.id").distinct().filterWhere(isLate).as("late"),
    ])
    .executeTakeFirstOrThrow();
  return { messages: Number(messages), oldestAt, late: Number(late) };
}

/** The pursuits of conversations whose turn has run out, except those in which something waits and everybody was asked. */
export async function listTurnsRunOut(
  tx: ScopeTx,
  { schoolId, now }: OfSchool & { now: Date },
): Promise<{ pursuitId: string }[]> {
  const rows = await tx
    .selectFrom("threads as t")
    .select("t.pursuit_id")
    .where("t.school_id", "=", schoolId)
    .where("t.held_until", "<=", now.toISOString())
    .where((eb) =>
      eb.or([
        eb("t.held_turn", "!=", "admins"),
        sql<boolean>`not exists (select from messages ms
          where ms.school_id = t.school_id and ms.thread_id = t.id and ms.state = 'held')`,
      ]),
    )
    .orderBy("t.pursuit_id")
    .execute();
  return rows.map(({ pursuit_id: pursuitId }) => ({ pursuitId }));
}

function heldThreads(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("threads as t")
    .innerJoin("messages as ms", (join) =>
      join.onRef("ms.school_id", "=", "t.school_id").onRef("ms.thread_id", "=", "t.id").on("ms.state", "=", "held"),
    )
    .where("t.school_id", "=", schoolId);
}

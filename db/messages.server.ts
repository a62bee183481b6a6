import { sql } from "kysely";
import type { HeldReason } from "~/domain/conversation/held";
import type { ScopeTx } from "./scope.server";

interface OfThread {
  schoolId: string;
  threadId: string;
}

export interface NewMessage extends OfThread {
  memberId: string;
  body: string;
  language: string | null;
  via: "page" | "mail";
  formKey: string;
  /** Why it waits for the school; empty when it is sent at once. */
  heldFor: readonly HeldReason[];
  now: Date;
}

/** Adds a message and answers its id; undefined when the same form has added it before. */
export async function insertMessage(tx: ScopeTx, message: NewMessage): Promise<string | undefined> {
  const row = await tx
    .insertInto("messages")
    .values({
      school_id: message.schoolId,
      thread_id: message.threadId,
      member_id: message.memberId,
      body: message.body,
      language: message.language,
      via: message.via,
      form_key: message.formKey,
      state: message.heldFor.length > 0 ? "held" : "sent",
      held_for: [...message.heldFor],
      written_at: message.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "member_id", "form_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** One message of a thread. */
export function findMessage(tx: ScopeTx, { schoolId, threadId, messageId }: OfThread & { messageId: string }) {
  return tx
    .selectFrom("messages")
    .select(["id", "state"])
    .where("school_id", "=", schoolId)
    .where("thread_id", "=", threadId)
    .where("id", "=", messageId)
    .executeTakeFirst();
}

/** How many messages of a thread wait for the school. */
export async function countHeldMessages(tx: ScopeTx, { schoolId, threadId }: OfThread): Promise<number> {
  const { count } = await tx
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("thread_id", "=", threadId)
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many messages a member has written since a moment. */
export async function countMessagesSince(
  tx: ScopeTx,
  { schoolId, memberId, since }: { schoolId: string; memberId: string; since: Date },
): Promise<number> {
  const { count } = await tx
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("member_id", "=", memberId)
    .where("written_at", ">", since.toISOString())
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The newest messages of a thread with who wrote them, the oldest of them first. */
export async function listMessages(tx: ScopeTx, { schoolId, threadId, limit }: OfThread & { limit: number }) {
  const newest = await tx
    .selectFrom("messages as ms")
    .innerJoin("thread_members as tm", (join) =>
      join.onRef("tm.school_id", "=", "ms.school_id").onRef("tm.id", "=", "ms.member_id"),
    )
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "tm.school_id").onRef("pe.id", "=", "tm.person_id"),
    )
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "tm.district_id").onRef("m.id", "=", "tm.mentor_id"),
    )
    .select([
      "ms.id",
      "ms.member_id",
      "ms.body",
      "ms.language",
      "ms.via",
      "ms.written_at",
      "ms.state",
      "ms.held_for",
      "ms.returned_because",
      "tm.role",
    ])
    .select([
      sql<string>`coalesce(pe.name_used, m.name_used)`.as("name_used"),
      sql<string>`coalesce(pe.full_name, m.full_name)`.as("full_name"),
    ])
    .where("ms.school_id", "=", schoolId)
    .where("ms.thread_id", "=", threadId)
    .orderBy("ms.written_at", "desc")
    .orderBy("ms.id", "desc")
    .limit(limit)
    .execute();
  return newest.reverse();
}

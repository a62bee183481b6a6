import { sql } from "kysely";
import type { HeldReason } from "~/domain/conversation/held";
import type { LeftOut } from "~/domain/conversation/pictures";
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
  /** What its pictures show, in its writer's words. */
  picturesShow: string;
  /** Why each file was left out that came with it by mail. */
  leftOut: readonly LeftOut[];
  now: Date;
}

/** Adds a message; answers its id, and its number where it has reached everybody. Whoever calls has locked the pursuit. */
export async function insertMessage(
  tx: ScopeTx,
  message: NewMessage,
): Promise<{ messageId: string; reached: number | null }> {
  const isHeld = message.heldFor.length > 0;
  const reached = isHeld ? null : (await countReached(tx, message)) + 1;
  const { id } = await tx
    .insertInto("messages")
    .values({
      school_id: message.schoolId,
      thread_id: message.threadId,
      member_id: message.memberId,
      body: message.body,
      language: message.language,
      via: message.via,
      form_key: message.formKey,
      state: isHeld ? "held" : "sent",
      reached,
      held_for: [...message.heldFor],
      pictures_show: message.picturesShow,
      left_out: [...message.leftOut],
      written_at: message.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { messageId: id, reached };
}

/** The number of the message that reached everybody in a thread last; 0 before the first. */
export async function countReached(tx: ScopeTx, { schoolId, threadId }: OfThread): Promise<number> {
  const { last } = await tx
    .selectFrom("messages")
    .select((eb) => eb.fn.max("reached").as("last"))
    .where("school_id", "=", schoolId)
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** One message of a thread. */
export function findMessage(tx: ScopeTx, { schoolId, threadId, messageId }: OfThread & { messageId: string }) {
  return tx
    .selectFrom("messages")
    .select(["id", "state", "held_for"])
    .where("school_id", "=", schoolId)
    .where("thread_id", "=", threadId)
    .where("id", "=", messageId)
    .executeTakeFirst();
}

/** What a member wrote with the same form before, with how many pictures, or undefined. */
export function findMessageByForm(
  tx: ScopeTx,
  { schoolId, memberId, formKey }: { schoolId: string; memberId: string; formKey: string },
) {
  return tx
    .selectFrom("messages")
    .select(["id", "body", "state", "pictures_show"])
    .select(PICTURES_OF.as("pictures"))
    .where("school_id", "=", schoolId)
    .where("member_id", "=", memberId)
    .where("form_key", "=", formKey)
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

/**
 * How many messages stand under a member's name since a moment: those that are theirs, or those that came by mail and were put aside.
 * Whoever else has got hold of an address for answers fills only the second.
 */
export async function countMessagesSince(
  tx: ScopeTx,
  { schoolId, memberId, of, since }: { schoolId: string; memberId: string; of: "member" | "aside"; since: Date },
): Promise<number> {
  const { count } = await tx
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("member_id", "=", memberId)
    .where("written_at", ">", since.toISOString())
    .where(of === "aside" ? IS_ASIDE : sql<boolean>`not ${IS_ASIDE}`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What was written at a school since a moment by anybody but its staff, the newest first: the words of each and those under its pictures. */
export async function listBodiesSince(
  tx: ScopeTx,
  { schoolId, since, limit }: { schoolId: string; since: Date; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("messages as ms")
    .innerJoin("thread_members as tm", (join) =>
      join.onRef("tm.school_id", "=", "ms.school_id").onRef("tm.id", "=", "ms.member_id"),
    )
    .select(["ms.body", "ms.pictures_show"])
    .where("ms.school_id", "=", schoolId)
    .where("ms.written_at", ">", since.toISOString())
    .where("tm.role", "!=", "staff")
    .orderBy("ms.written_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ body, pictures_show }) => `${body}\n${pictures_show}`);
}

/**
 * Who reads a thread: whoever of the school reads all of it, a member what was sent and what is their own, but nothing that somebody
 * else's address sent in their place.
 */
export type Reader = { sees: "everything" } | { sees: "own_and_sent"; memberId: string | undefined };

interface Asked extends OfThread {
  reader: Reader;
}

/** How many messages of a thread a reader may see. */
export async function countMessages(tx: ScopeTx, asked: Asked): Promise<number> {
  const { count } = await seenBy(tx, asked)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Messages of a thread that a reader may see with who wrote them: a page of them from the newest back, the oldest of it first. */
export async function listMessages(tx: ScopeTx, asked: Asked & { limit: number; offset: number }) {
  const page = await withWriters(seenBy(tx, asked))
    .orderBy("ms.written_at", "desc")
    .orderBy("ms.id", "desc")
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return page.reverse();
}

/** The messages of a thread that wait for the school, those that wait longest first. */
export function listHeldMessages(tx: ScopeTx, { limit, ...ofThread }: OfThread & { limit: number }) {
  return withWriters(seenBy(tx, { ...ofThread, reader: { sees: "everything" } }))
    .where("ms.state", "=", "held")
    .orderBy("ms.written_at")
    .orderBy("ms.id")
    .limit(limit)
    .execute();
}

/** One message of a thread that a reader may see, with who wrote it. */
export function findShownMessage(tx: ScopeTx, { messageId, ...asked }: Asked & { messageId: string }) {
  return withWriters(seenBy(tx, asked))
    .select(["tm.person_id", "tm.mentor_id"])
    .where("ms.id", "=", messageId)
    .executeTakeFirst();
}

const PICTURES_OF = sql<number>`(select count(*)::int from message_pictures mp
  where mp.school_id = messages.school_id and mp.message_id = messages.id)`;

/** As `mayReach` says it. */
const IS_ASIDE = sql<boolean>`held_for && '{sender,ended}'::text[]`;

const IS_OF_ITS_WRITER = sql<boolean>`not 'sender' = any(ms.held_for)`;

function seenBy(tx: ScopeTx, { schoolId, threadId, reader }: Asked) {
  return tx
    .selectFrom("messages as ms")
    .innerJoin("thread_members as tm", (join) =>
      join.onRef("tm.school_id", "=", "ms.school_id").onRef("tm.id", "=", "ms.member_id"),
    )
    .where("ms.school_id", "=", schoolId)
    .where("ms.thread_id", "=", threadId)
    .$if(reader.sees === "own_and_sent", (query) =>
      query.where((eb) =>
        eb.or([
          eb("ms.state", "=", "sent"),
          ...(reader.sees === "own_and_sent" && reader.memberId
            ? [eb.and([eb("ms.member_id", "=", reader.memberId), IS_OF_ITS_WRITER])]
            : []),
        ]),
      ),
    );
}

function withWriters(messages: ReturnType<typeof seenBy>) {
  return messages
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "tm.school_id").onRef("pe.id", "=", "tm.person_id"),
    )
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "tm.district_id").onRef("m.id", "=", "tm.mentor_id"),
    )
    .select(["ms.id", "ms.member_id", "ms.body", "ms.language", "ms.via", "ms.written_at", "ms.state", "ms.held_for"])
    .select(["ms.returned_because", "ms.reached", "ms.pictures_show", "ms.left_out", "tm.role"])
    .select([
      sql<string>`coalesce(pe.name_used, m.name_used)`.as("name_used"),
      sql<string>`coalesce(pe.full_name, m.full_name)`.as("full_name"),
    ]);
}

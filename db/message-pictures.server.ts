import { sql } from "kysely";
import type { Picture } from "~/domain/picture/read-picture";
import type { ScopeTx } from "./scope.server";

interface OfMessage {
  schoolId: string;
  messageId: string;
}

/** Keeps the pictures of a message, in their order. */
export async function insertPictures(
  tx: ScopeTx,
  { schoolId, messageId, pictures }: OfMessage & { pictures: readonly Picture[] },
): Promise<void> {
  if (pictures.length === 0) return;
  await tx
    .insertInto("message_pictures")
    .values(
      pictures.map(({ kind, content }, index) => ({
        ...{ school_id: schoolId, message_id: messageId, place: index + 1 },
        ...{ kind, content: Buffer.from(content) },
      })),
    )
    .execute();
}

/** Which pictures some messages have, in their order, and how large each is; none of them is read for that. */
export async function listPictures(
  tx: ScopeTx,
  { schoolId, messageIds }: { schoolId: string; messageIds: readonly string[] },
): Promise<{ id: string; messageId: string; bytes: number }[]> {
  if (messageIds.length === 0) return [];
  return tx
    .selectFrom("message_pictures")
    .select(["id", "message_id as messageId", sql<number>`length(content)`.as("bytes")])
    .where("school_id", "=", schoolId)
    .where("message_id", "in", [...messageIds])
    .orderBy("message_id")
    .orderBy("place")
    .execute();
}

/** One picture of a message, or undefined. Whether its reader may see the message is asked before. */
export function findPicture(tx: ScopeTx, { schoolId, messageId, pictureId }: OfMessage & { pictureId: string }) {
  return tx
    .selectFrom("message_pictures")
    .select(["kind", "content"])
    .where("school_id", "=", schoolId)
    .where("message_id", "=", messageId)
    .where("id", "=", pictureId)
    .executeTakeFirst();
}

/** How many pictures a member has sent in their conversation. */
export async function countPicturesOf(
  tx: ScopeTx,
  { schoolId, memberId }: { schoolId: string; memberId: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom("message_pictures as mp")
    .innerJoin("messages as ms", (join) =>
      join.onRef("ms.school_id", "=", "mp.school_id").onRef("ms.id", "=", "mp.message_id"),
    )
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("mp.school_id", "=", schoolId)
    .where("ms.member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

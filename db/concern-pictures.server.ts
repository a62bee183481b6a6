import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfConcern {
  schoolId: string;
  concernId: string;
}

/** Keeps the pictures of a message with the report about it, as they are now. Reads nothing of them. */
export async function copyPictures(
  tx: ScopeTx,
  { schoolId, concernId, messageId }: OfConcern & { messageId: string },
): Promise<void> {
  await tx
    .insertInto("concern_pictures")
    .columns(["school_id", "concern_id", "place", "kind", "content"])
    .expression((eb) =>
      eb
        .selectFrom("message_pictures")
        .select(["school_id", sql<string>`${concernId}::uuid`.as("concern_id"), "place", "kind", "content"])
        .where("school_id", "=", schoolId)
        .where("message_id", "=", messageId),
    )
    .execute();
}

/** Which pictures a report keeps, in their order, without what they show; the policies know its readers. */
export async function listConcernPictures(tx: ScopeTx, { schoolId, concernId }: OfConcern): Promise<string[]> {
  const rows = await tx
    .selectFrom("concern_pictures")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .orderBy("place")
    .execute();
  return rows.map(({ id }) => id);
}

/** One picture that a report keeps, or undefined. */
export function findConcernPicture(tx: ScopeTx, { schoolId, concernId, pictureId }: OfConcern & { pictureId: string }) {
  return tx
    .selectFrom("concern_pictures")
    .select(["kind", "content"])
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .where("id", "=", pictureId)
    .executeTakeFirst();
}

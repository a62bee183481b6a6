import { createHash } from "node:crypto";
import type { ThreadRole } from "~/domain/conversation/standing";
import type { ScopeTx, SystemTx } from "./scope.server";

/** How an address for answers is found by its secret part. */
export const hashReplyToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** At which school an address for answers is; undefined for one that nobody has. */
export function findReplyHome(tx: SystemTx, { token }: { token: string }) {
  return tx
    .selectFrom("reply_addresses as r")
    .innerJoin("schools as s", "s.id", "r.school_id")
    .select(["r.school_id as schoolId", "s.district_id as districtId", "r.id as addressId"])
    .where("r.token_hash", "=", hashReplyToken(token))
    .executeTakeFirst();
}

/** The addresses for answers of a seat, the newest first. */
export function listReplyAddresses(tx: ScopeTx, { schoolId, memberId }: { schoolId: string; memberId: string }) {
  return tx
    .selectFrom("reply_addresses")
    .select(["id", "token_hash"])
    .where("school_id", "=", schoolId)
    .where("member_id", "=", memberId)
    .orderBy("created_at", "desc")
    .execute();
}

interface NewAddress {
  schoolId: string;
  id: string;
  memberId: string;
  token: string;
  now: Date;
}

export async function insertReplyAddress(tx: ScopeTx, { schoolId, id, memberId, token, now }: NewAddress) {
  await tx
    .insertInto("reply_addresses")
    .values({
      ...{ school_id: schoolId, id, member_id: memberId },
      token_hash: hashReplyToken(token),
      created_at: now.toISOString(),
    })
    .execute();
}

interface NewReply {
  schoolId: string;
  addressId: string;
  /** The provider's id of the mail, or a hash of it. */
  source: string;
  now: Date;
}

/** Remembers that a mail came to an address; answers its id, and whether it is the first time. Undefined where the address is gone. */
export async function insertReply(
  tx: ScopeTx,
  { schoolId, addressId, source, now }: NewReply,
): Promise<{ replyId: string; isNew: boolean } | undefined> {
  const ofAddress = tx
    .selectFrom("reply_addresses")
    .select("member_id")
    .where("school_id", "=", schoolId)
    .where("id", "=", addressId);
  const address = await ofAddress.executeTakeFirst();
  if (!address) return undefined;
  const inserted = await tx
    .insertInto("replies")
    .values({ school_id: schoolId, member_id: address.member_id, source, received_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted) return { replyId: inserted.id, isNew: true };
  const known = await tx
    .selectFrom("replies")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("member_id", "=", address.member_id)
    .where("source", "=", source)
    .executeTakeFirstOrThrow();
  return { replyId: known.id, isNew: false };
}

interface OfReply {
  schoolId: string;
  replyId: string;
}

/** A mail that came in, with the seat that it is for; undefined when the seat is gone. */
export async function findReply(tx: ScopeTx, { schoolId, replyId }: OfReply) {
  const row = await tx
    .selectFrom("replies as r")
    .innerJoin("thread_members as tm", (join) =>
      join.onRef("tm.school_id", "=", "r.school_id").onRef("tm.id", "=", "r.member_id"),
    )
    .innerJoin("threads as t", (join) =>
      join.onRef("t.school_id", "=", "tm.school_id").onRef("t.id", "=", "tm.thread_id"),
    )
    .select(["r.id", "r.source", "r.received_at", "r.became", "r.member_id", "tm.role", "tm.person_id", "tm.mentor_id"])
    .select(["tm.district_id", "tm.thread_id", "t.pursuit_id"])
    .where("r.school_id", "=", schoolId)
    .where("r.id", "=", replyId)
    .executeTakeFirst();
  return row && { ...row, role: row.role as ThreadRole, became: row.became as Became | null };
}

export type FoundReply = NonNullable<Awaited<ReturnType<typeof findReply>>>;

/** What became of a mail that came in. */
export type Became = "sent" | "held" | "aside" | "given_back" | "dropped";

/** Notes it, once. */
export async function settleReply(
  tx: ScopeTx,
  { schoolId, replyId, became, because, now }: OfReply & { became: Became; because: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("replies")
    .set({ became, because, settled_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", replyId)
    .where("became", "is", null)
    .execute();
}

/** How many mails came in since a moment, by what became of them; null are those that nobody has read yet. */
export async function countReplies(
  tx: ScopeTx,
  { schoolId, since }: { schoolId: string; since: Date },
): Promise<{ became: Became | null; count: number }[]> {
  const rows = await tx
    .selectFrom("replies")
    .select((eb) => ["became", eb.fn.countAll<number>().as("count")])
    .where("school_id", "=", schoolId)
    .where("received_at", ">", since.toISOString())
    .groupBy("became")
    .execute();
  return rows.map(({ became, count }) => ({ became: became as Became | null, count: Number(count) }));
}

/** All mail addresses that are known of a seat's holder, in small letters, also those to which nothing is sent any more. */
export async function listMailsOfSeat(
  tx: ScopeTx,
  { schoolId, reply }: { schoolId: string; reply: Pick<FoundReply, "person_id" | "mentor_id" | "district_id"> },
): Promise<string[]> {
  const { person_id: personId, mentor_id: mentorId, district_id: districtId } = reply;
  const rows =
    mentorId === null
      ? await tx
          .selectFrom("contact_points")
          .select("value")
          .where("school_id", "=", schoolId)
          .where("person_id", "=", personId)
          .where("kind", "=", "mail")
          .execute()
      : await tx
          .selectFrom("mentor_contact_points")
          .select("value")
          .where("district_id", "=", districtId)
          .where("mentor_id", "=", mentorId)
          .where("kind", "=", "mail")
          .execute();
  return rows.map(({ value }) => value.trim().toLowerCase());
}

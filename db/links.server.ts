import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { LinkKind } from "~/domain/actor";
import type { IdentityTx, ScopeTx } from "./scope.server";

/** 32 random bytes: what a mail carries. Only its SHA-256 is stored. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashLinkToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

export interface NewLink {
  /** Where something else has to know the link by its id. */
  id?: string;
  kind: LinkKind;
  schoolId: string;
  districtId: string;
  organisationId?: string | null;
  subjectId: string;
  personId?: string | null;
  language: string;
  expiresAt: Date;
}

/** Stores a new link and answers its token, which exists nowhere else. */
export async function insertLink(tx: ScopeTx, link: NewLink): Promise<string> {
  const token = newLinkToken();
  await insertLinkOfHash(tx, link, hashLinkToken(token));
  return token;
}

/** Stores a link that is opened by something else than a token: by what has this hash. */
export async function insertLinkOfHash(tx: ScopeTx, link: NewLink, hash: Buffer): Promise<void> {
  await tx
    .insertInto("identity.links")
    .values({
      ...(link.id && { id: link.id }),
      token_hash: hash,
      kind: link.kind,
      school_id: link.schoolId,
      district_id: link.districtId,
      organisation_id: link.organisationId ?? null,
      subject_id: link.subjectId,
      person_id: link.personId ?? null,
      language: link.language,
      expires_at: link.expiresAt.toISOString(),
    })
    .execute();
}

/** The link that is opened by what has this hash, whether it still works or not; the caller looks at `expires_at` and `ended_at`. */
export function findLinkByHash(tx: IdentityTx, hash: Buffer) {
  return tx.selectFrom("identity.links").selectAll().where("token_hash", "=", hash).executeTakeFirst();
}

/** Whether somebody has a working link of a kind to a subject that runs out later than a moment. */
export async function hasLinkBeyond(
  tx: ScopeTx,
  asked: { schoolId: string; subjectId: string; personId: string; kind: LinkKind; moment: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom("identity.links")
    .select("id")
    .where("school_id", "=", asked.schoolId)
    .where("subject_id", "=", asked.subjectId)
    .where("person_id", "=", asked.personId)
    .where("kind", "=", asked.kind)
    .where("ended_at", "is", null)
    .where("expires_at", ">", asked.moment.toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every link of the school that a mentor bears: also one in a mail of last month opens nothing any more. */
export async function endLinksOf(
  tx: ScopeTx,
  { schoolId, personId, now }: { schoolId: string; personId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.links")
    .set({ ended_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .execute();
}

/** Ends the links of one bearer about some subjects; what they bear about others goes on. */
export async function endLinksAbout(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; subjectIds: readonly string[]; now: Date },
): Promise<void> {
  if (asked.subjectIds.length === 0) return;
  await tx
    .updateTable("identity.links")
    .set({ ended_at: asked.now.toISOString() })
    .where("school_id", "=", asked.schoolId)
    .where("person_id", "=", asked.personId)
    .where("subject_id", "in", [...asked.subjectIds])
    .where("ended_at", "is", null)
    .execute();
}

/** Ends the links of the invitations about an introduction. Those that delete everything go on working. */
export async function endInvitationLinks(
  tx: ScopeTx,
  { schoolId, subjectId, now }: { schoolId: string; subjectId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.links")
    .set({ ended_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("subject_id", "=", subjectId)
    .where("kind", "=", "introduction-invitation")
    .where("ended_at", "is", null)
    .execute();
}

/** Ends the links and codes by which somebody was asked to come in. */
export async function endJoinLinks(
  tx: ScopeTx,
  { schoolId, personId, now }: { schoolId: string; personId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.links")
    .set({ ended_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("kind", "=", "join")
    .where("ended_at", "is", null)
    .execute();
}

/** Ends the links to an offer. */
export async function endOfferLinks(
  tx: ScopeTx,
  { schoolId, offerId, now }: { schoolId: string; offerId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.links")
    .set({ ended_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("subject_id", "=", offerId)
    .where("kind", "=", "offer")
    .where("ended_at", "is", null)
    .execute();
}

export function findLink(tx: IdentityTx, linkId: string) {
  return tx.selectFrom("identity.links").selectAll().where("id", "=", linkId).executeTakeFirst();
}

/** Has links about some things that name one organisation name another. */
export async function pointLinksAbout(
  tx: IdentityTx,
  asked: { schoolId: string; subjectIds: readonly string[]; from: string; to: string },
): Promise<void> {
  if (asked.subjectIds.length === 0) return;
  await tx
    .updateTable("identity.links")
    .set({ organisation_id: asked.to })
    .where("school_id", "=", asked.schoolId)
    .where("organisation_id", "=", asked.from)
    .where("subject_id", "in", [...asked.subjectIds])
    .execute();
}

/**
 * Ends the links that may have been mailed to an address of somebody of the school. Codes of letters go on working, as do invitations to
 * another address.
 */
export async function endMailedLinks(
  tx: ScopeTx,
  { schoolId, personId, mail, now }: { schoolId: string; personId: string; mail: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.links")
    .set({ ended_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .where(
      sql<boolean>`(kind <> 'join' or subject_id in (select i.id from invitations i
        join contact_points c on c.school_id = i.school_id and c.id = i.contact_point_id
        where i.school_id = ${schoolId} and i.person_id = ${personId} and lower(c.value) = ${mail.trim().toLowerCase()}))`,
    )
    .execute();
}

import { createHmac, randomInt } from "node:crypto";
import { sql } from "kysely";
import { CODE_LENGTH, CODE_SIGNS, type InvitationWay, standingOfInvitation } from "~/domain/people/invitation";
import type { ScopeTx } from "./scope.server";

/** What is stored of an invitation's code: HMAC-SHA-256 under the app's secret, so that a copy of the table opens nothing. */
export function invitationCodeHash(secret: string, code: string): Buffer {
  return createHmac("sha256", secret).update(`invitation\n${code}`).digest();
}

/** A code for a letter or to be told, each equally likely. */
export function newInvitationCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join("");
}

export interface NewInvitation {
  schoolId: string;
  personId: string;
  way: InvitationWay;
  /** The address that a mail goes to; null for the other ways. */
  contactPointId: string | null;
  /** Who of the school invites. */
  invitedBy: string;
  note: string;
  now: Date;
  expiresAt: Date;
}

/** Writes down that somebody was invited and answers the id; whoever calls it has withdrawn an open one before. */
export async function insertInvitation(tx: ScopeTx, invitation: NewInvitation): Promise<string> {
  const { id } = await tx
    .insertInto("invitations")
    .values({
      school_id: invitation.schoolId,
      person_id: invitation.personId,
      way: invitation.way,
      contact_point_id: invitation.contactPointId,
      invited_by: invitation.invitedBy,
      note: invitation.note,
      invited_at: invitation.now.toISOString(),
      expires_at: invitation.expiresAt.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const COLUMNS = [
  "i.id",
  "i.person_id",
  "i.way",
  "i.contact_point_id",
  "i.invited_by",
  "i.note",
  "i.invited_at",
  "i.expires_at",
  "i.reminded_at",
  "i.used_at",
  "i.withdrawn_at",
] as const;

/** An invitation of the school, or undefined. Whoever changes it holds the lock on its person (`lockNames`). */
export function findInvitation(tx: ScopeTx, { schoolId, invitationId }: { schoolId: string; invitationId: string }) {
  return tx
    .selectFrom("invitations as i")
    .select(COLUMNS)
    .where("i.school_id", "=", schoolId)
    .where("i.id", "=", invitationId)
    .executeTakeFirst();
}

/** How somebody was invited, the newest first, with the name of whoever did it. */
export function listInvitationsOf(tx: ScopeTx, { schoolId, personId }: { schoolId: string; personId: string }) {
  return tx
    .selectFrom("invitations as i")
    .leftJoin("people as by", (join) =>
      join.onRef("by.school_id", "=", "i.school_id").onRef("by.id", "=", "i.invited_by"),
    )
    .select([...COLUMNS, "by.full_name as inviter"])
    .where("i.school_id", "=", schoolId)
    .where("i.person_id", "=", personId)
    .orderBy("i.id", "desc")
    .execute();
}

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** What has become of an invitation at a moment. */
export function standingOfRow(row: InvitationRow, now: Date) {
  return standingOfInvitation({
    way: row.way as InvitationWay,
    hasAddress: row.contact_point_id !== null,
    isUsed: row.used_at !== null,
    isWithdrawn: row.withdrawn_at !== null,
    hasRunOut: new Date(row.expires_at) <= now,
  });
}

/** The invitation has let its person in and lets nobody in any more. */
export async function markInvitationUsed(
  tx: ScopeTx,
  { schoolId, invitationId, now }: { schoolId: string; invitationId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ used_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", invitationId)
    .execute();
}

/** Takes back whatever invitation of somebody is open; answers whether there was one. */
export async function withdrawInvitations(
  tx: ScopeTx,
  { schoolId, personId, now }: { schoolId: string; personId: string; now: Date },
): Promise<boolean> {
  const rows = await tx
    .updateTable("invitations")
    .set({ withdrawn_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/**
 * The address at which somebody can be asked to sign in: one that still takes mail and lets them in on a day, the preferred one
 * first, or one address of theirs alone. Undefined where none does. Nobody takes it away until the transaction ends.
 */
export function findMailThatLetsIn(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; on: string; contactPointId?: string },
) {
  const { schoolId, personId, on, contactPointId } = asked;
  return tx
    .selectFrom("contact_points as c")
    .select(["c.id", "c.value"])
    .where("c.school_id", "=", schoolId)
    .where("c.person_id", "=", personId)
    .where("c.kind", "=", "mail")
    .where("c.undeliverable_at", "is", null)
    .where((eb) => (contactPointId === undefined ? eb.lit(true) : eb("c.id", "=", contactPointId)))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("identity.memberships as ms")
          .select("ms.id")
          .whereRef("ms.school_id", "=", "c.school_id")
          .whereRef("ms.person_id", "=", "c.person_id")
          .where((or) => or.or([or("ms.to_on", "is", null), or("ms.to_on", ">=", on)]))
          .where(sql<boolean>`ms.account_id = app.account_of(c.value)`),
      ),
    )
    .orderBy("c.preferred", "desc")
    .orderBy("c.id")
    .limit(1)
    .forKeyShare("c")
    .executeTakeFirst();
}

/**
 * Whether an address is, or was, somebody else's at the school, or is read by others at home: nobody comes in with it by a code.
 */
export async function isAddressOfOthers(
  tx: ScopeTx,
  { schoolId, personId, mail }: { schoolId: string; personId: string; mail: string },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from contact_points where school_id = ${schoolId} and kind = 'mail' and lower(value) = lower(${mail})
        and (person_id <> ${personId} or shared))
      or exists (select from identity.memberships where school_id = ${schoolId} and person_id <> ${personId}
        and account_id = app.account_of(${mail})) as "is"`.execute(tx);
  return rows[0]?.is ?? false;
}

/**
 * Ids of open invitations by mail from before a moment of which nobody was reminded, and whose people have not signed in at the
 * school since.
 */
export async function listUnreminded(
  tx: ScopeTx,
  { schoolId, invitedBefore, now }: { schoolId: string; invitedBefore: Date; now: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("invitations as i")
    .select("i.id")
    .where("i.school_id", "=", schoolId)
    .where("i.way", "=", "mail")
    .where("i.contact_point_id", "is not", null)
    .where("i.invited_at", "<=", invitedBefore.toISOString())
    .where("i.expires_at", ">", now.toISOString())
    .where("i.reminded_at", "is", null)
    .where("i.used_at", "is", null)
    .where("i.withdrawn_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("identity.memberships as ms")
            .select("ms.id")
            .whereRef("ms.school_id", "=", "i.school_id")
            .whereRef("ms.person_id", "=", "i.person_id")
            .where("ms.came_in_at", "is not", null),
        ),
      ),
    )
    .orderBy("i.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes the one reminder of an invitation; false when it was taken before. */
export async function claimReminder(
  tx: ScopeTx,
  { schoolId, invitationId, now }: { schoolId: string; invitationId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("invitations")
    .set({ reminded_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", invitationId)
    .where("reminded_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** An invitation by mail goes to another address of its person from now on. */
export async function moveMailedInvitation(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; invitationId: string; mail: string },
): Promise<void> {
  const { schoolId, personId } = asked;
  await tx
    .updateTable("invitations")
    .set((eb) => ({
      contact_point_id: eb
        .selectFrom("contact_points")
        .select("id")
        .where("school_id", "=", schoolId)
        .where("person_id", "=", personId)
        .where(sql<boolean>`kind = 'mail' and lower(value) = ${asked.mail.trim().toLowerCase()}`)
        .limit(1),
    }))
    .where("school_id", "=", schoolId)
    .where("id", "=", asked.invitationId)
    .where("person_id", "=", personId)
    .where("way", "=", "mail")
    .execute();
}

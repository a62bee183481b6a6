import type { IdentityTx } from "./scope.server";

export interface NewSession {
  accountId: string;
  membershipId: string | null;
  tokenHash: Buffer;
  /** Browser and system as the account page names them, such as "Firefox, Android". */
  device: string;
  now: Date;
  expiresAt: Date;
}

export async function insertSession(tx: IdentityTx, session: NewSession): Promise<string> {
  const { id } = await tx
    .insertInto("identity.sessions")
    .values({
      account_id: session.accountId,
      membership_id: session.membershipId,
      token_hash: session.tokenHash,
      device: session.device,
      created_at: session.now.toISOString(),
      seen_at: session.now.toISOString(),
      expires_at: session.expiresAt.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The session of a token, unless it was ended or has run out. */
export function findLiveSession(tx: IdentityTx, { tokenHash, now }: { tokenHash: Buffer; now: Date }) {
  return tx
    .selectFrom("identity.sessions as s")
    .innerJoin("identity.accounts as a", "a.id", "s.account_id")
    .select([
      "s.id",
      "s.account_id",
      "s.membership_id",
      "s.created_at",
      "s.seen_at",
      "s.expires_at",
      "a.mail",
      "a.language",
      "a.hints_read",
      "a.hints_off",
    ])
    .where("s.token_hash", "=", tokenHash)
    .where("s.ended_at", "is", null)
    .where("s.expires_at", ">", now.toISOString())
    .executeTakeFirst();
}

export async function updateSessionSeen(
  tx: IdentityTx,
  { sessionId, now, expiresAt }: { sessionId: string; now: Date; expiresAt: Date },
) {
  await tx
    .updateTable("identity.sessions")
    .set({ seen_at: now.toISOString(), expires_at: expiresAt.toISOString() })
    .where("id", "=", sessionId)
    .execute();
}

export async function updateSessionMembership(
  tx: IdentityTx,
  { sessionId, membershipId }: { sessionId: string; membershipId: string },
) {
  await tx.updateTable("identity.sessions").set({ membership_id: membershipId }).where("id", "=", sessionId).execute();
}

export function listLiveSessions(tx: IdentityTx, { accountId, now }: { accountId: string; now: Date }) {
  return tx
    .selectFrom("identity.sessions")
    .select(["id", "device", "created_at", "seen_at"])
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .orderBy("seen_at", "desc")
    .execute();
}

/** Ends one session of the account. Answers whether there was one to end. */
export async function endSessionOf(
  tx: IdentityTx,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("identity.sessions")
    .set({ ended_at: now.toISOString() })
    .where("account_id", "=", accountId)
    .where("id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends every session of the account but one. Answers how many. */
export async function endSessionsBut(
  tx: IdentityTx,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("identity.sessions")
    .set({ ended_at: now.toISOString() })
    .where("account_id", "=", accountId)
    .where("id", "!=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The membership the account used last, to start the next session with. */
export async function findLastMembershipId(tx: IdentityTx, accountId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("identity.sessions")
    .select("membership_id")
    .where("account_id", "=", accountId)
    .where("membership_id", "is not", null)
    .orderBy("seen_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.membership_id ?? undefined;
}

interface Retention {
  now: Date;
  challengesBefore: Date;
  sessionsBefore: Date;
}

/** Deletes challenges, ended sessions and full limits that have outlived their use. Answers how many rows. */
export async function deleteOldSignIns(
  tx: IdentityTx,
  { now, challengesBefore, sessionsBefore }: Retention,
): Promise<number> {
  const results = await Promise.all([
    tx.deleteFrom("identity.challenges").where("created_at", "<", challengesBefore.toISOString()).executeTakeFirst(),
    tx
      .deleteFrom("identity.sessions")
      .where((eb) =>
        eb.or([eb("ended_at", "<", sessionsBefore.toISOString()), eb("expires_at", "<", sessionsBefore.toISOString())]),
      )
      .executeTakeFirst(),
    tx.deleteFrom("identity.rate_limits").where("expire", "<", now.getTime()).executeTakeFirst(),
  ]);
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}

import { sql } from "kysely";
import type { IdentityTx } from "./scope.server";

/**
 * Days count "anywhere on earth": a membership starts when its first day has begun somewhere and ends when its last day
 * is over everywhere, so that no school loses an evening. The schools' own time zones are behind another door.
 */
const HOURS_AHEAD = 14;
const HOURS_BEHIND = 12;
const dayAt = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString().slice(0, 10);

/** The account of a mail address as somebody typed it. */
export function findAccountByMail(tx: IdentityTx, mail: string) {
  return tx
    .selectFrom("identity.accounts")
    .select(["id", "mail", "language"])
    .where("mail", "=", mail.trim().toLowerCase())
    .executeTakeFirst();
}

/** An account by its id. */
export function findAccount(tx: IdentityTx, accountId: string) {
  return tx.selectFrom("identity.accounts").select(["id", "mail"]).where("id", "=", accountId).executeTakeFirst();
}

/** Whether an account is nobody: it lets in nowhere, did not before that is still known, and will not. */
export async function isNobodys(tx: IdentityTx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("identity.memberships")
    .select("id")
    .where("account_id", "=", accountId)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

function currentMemberships(tx: IdentityTx, now: Date) {
  return tx
    .selectFrom("identity.memberships")
    .select(["id", "account_id", "role", "school_id", "district_id", "organisation_id", "person_id"])
    .where("suspended_at", "is", null)
    .where("from_on", "<=", dayAt(now, HOURS_AHEAD))
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", dayAt(now, -HOURS_BEHIND))]));
}

/** What the account may act as today, oldest first. */
export function listMemberships(tx: IdentityTx, { accountId, now }: { accountId: string; now: Date }) {
  return currentMemberships(tx, now).where("account_id", "=", accountId).orderBy("from_on").orderBy("id").execute();
}

export function findMembership(
  tx: IdentityTx,
  { accountId, membershipId, now }: { accountId: string; membershipId: string; now: Date },
) {
  return currentMemberships(tx, now)
    .where("account_id", "=", accountId)
    .where("id", "=", membershipId)
    .executeTakeFirst();
}

/** Notes that the account needs no hint of this page any more. */
export async function addHintRead(
  tx: IdentityTx,
  { accountId, hint }: { accountId: string; hint: string },
): Promise<void> {
  await tx
    .updateTable("identity.accounts")
    .set({ hints_read: sql<string[]>`array_append(hints_read, ${hint})` })
    .where("id", "=", accountId)
    .where(sql<boolean>`not (${hint} = any(hints_read))`)
    .execute();
}

/** Turns the hints of first visits off or on. `forgetsRead` lets each stand once more. */
export async function updateHints(
  tx: IdentityTx,
  { accountId, off, forgetsRead }: { accountId: string; off: boolean; forgetsRead: boolean },
): Promise<void> {
  await tx
    .updateTable("identity.accounts")
    .set({ hints_off: off, ...(forgetsRead && { hints_read: [] }) })
    .where("id", "=", accountId)
    .execute();
}

/** Notes that somebody is signed in as what a membership says, the first time. */
export async function markCameIn(
  tx: IdentityTx,
  { membershipId, now }: { membershipId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("identity.memberships")
    .set({ came_in_at: now.toISOString() })
    .where("id", "=", membershipId)
    .where("came_in_at", "is", null)
    .execute();
}

/** Membership ids of accounts, for the cast page of local mode. */
export function listMembershipsOf(tx: IdentityTx, { accountIds, now }: { accountIds: string[]; now: Date }) {
  return currentMemberships(tx, now).where("account_id", "in", accountIds).execute();
}

export type MembershipRow = Awaited<ReturnType<typeof listMemberships>>[number];

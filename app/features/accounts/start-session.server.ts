import { findMembership, listMemberships, markCameIn } from "~db/accounts.server";
import type { IdentityTx } from "~db/scope.server";
import { findLastMembershipId, insertSession } from "~db/sessions.server";
import { hashToken, newToken } from "./secrets.server";

/** Days a session lives after it was last seen. */
export const SESSION_DAYS = 14;

export const sessionEnd = (now: Date) => new Date(now.getTime() + SESSION_DAYS * 86_400_000);

export interface StartedSession {
  sessionId: string;
  /** For the cookie; stored as a hash only. */
  token: string;
}

/** Opens a session of an account with the membership it used last, or its first. `membershipId` names another one. */
export async function startSession(
  tx: IdentityTx,
  input: { accountId: string; device: string; now: Date; membershipId?: string },
): Promise<StartedSession> {
  const { accountId, device, now } = input;
  const wanted = input.membershipId ?? (await findLastMembershipId(tx, accountId));
  const used = wanted && (await findMembership(tx, { accountId, membershipId: wanted, now }));
  const membership = used || (await listMemberships(tx, { accountId, now }))[0];
  const token = newToken();
  const sessionId = await insertSession(tx, {
    accountId,
    membershipId: membership?.id ?? null,
    tokenHash: hashToken(token),
    device,
    now,
    expiresAt: sessionEnd(now),
  });
  if (membership) await markCameIn(tx, { membershipId: membership.id, now });
  return { sessionId, token };
}

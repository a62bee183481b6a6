import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMembership, markCameIn } from "~db/accounts.server";
import { withIdentity } from "~db/scope.server";
import { updateSessionMembership } from "~db/sessions.server";

/** Makes another membership of the account the active one of this session. Somebody else's is not found. */
export async function switchMembership(
  wiring: Wiring,
  holder: { accountId: string; sessionId: string },
  input: { membershipId: string },
): Promise<Outcome<null, "not_found">> {
  const now = wiring.clock.now();
  return withIdentity(wiring, async (tx) => {
    const membership = await findMembership(tx, { accountId: holder.accountId, membershipId: input.membershipId, now });
    if (!membership) return refused("not_found");
    await updateSessionMembership(tx, { sessionId: holder.sessionId, membershipId: membership.id });
    await markCameIn(tx, { membershipId: membership.id, now });
    return done(null);
  });
}

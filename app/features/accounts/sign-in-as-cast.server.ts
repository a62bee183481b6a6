import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listMembershipsOf } from "~db/accounts.server";
import { castMembers, hasAccount } from "~db/cast";
import { withIdentity } from "~db/scope.server";
import { type StartedSession, startSession } from "./start-session.server";

/** Opens a session of one of the sample people. Only local mode has them; a live server finds nobody. */
export async function signInAsCast(
  wiring: Wiring,
  input: { key: string; device: string },
): Promise<Outcome<StartedSession, "not_found">> {
  if (wiring.env.mode !== "local") return refused("not_found");
  const member = castMembers.filter(hasAccount).find(({ key }) => key === input.key);
  if (!member) return refused("not_found");
  const { accountId } = member;
  const now = wiring.clock.now();
  return withIdentity(wiring, async (tx) => {
    const memberships = await listMembershipsOf(tx, { accountIds: [accountId], now });
    const place = member.role === "mentor" ? member.organisationId : member.schoolId;
    const membership = memberships.find(
      (row) => row.person_id === member.personId && (row.organisation_id ?? row.school_id) === place,
    );
    if (!membership) return refused("not_found");
    return done(await startSession(tx, { accountId, device: input.device, now, membershipId: membership.id }));
  });
}

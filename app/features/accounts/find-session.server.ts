import type { GuardianActor, MentorActor, StaffActor, StaffRole, StudentActor } from "~/domain/actor";
import { type Hint, hintsLeft } from "~/domain/hint/hint";
import type { Wiring } from "~/wiring";
import { findMembership, type MembershipRow } from "~db/accounts.server";
import { withIdentity } from "~db/scope.server";
import { findLiveSession, updateSessionSeen } from "~db/sessions.server";
import { hashToken, isToken } from "./secrets.server";
import { sessionEnd } from "./start-session.server";

/** An actor that signs in: everybody but links and jobs. */
export type MemberActor = StaffActor | StudentActor | GuardianActor | MentorActor;

/** Who a browser belongs to. `actor` is null when no membership is active: nothing but the account page is open then. */
export interface Session {
  sessionId: string;
  accountId: string;
  mail: string;
  language: string;
  membershipId: string | null;
  actor: MemberActor | null;
  /** The pages that still say on a visit what they are for. */
  hints: readonly Hint[];
  /** Whether the account asked for no hints. */
  hintsOff: boolean;
}

/** The end of a session moves on at most this often, so that reading a page seldom writes. */
const MINUTES_BETWEEN_SIGHTS = 60;

/** The session of a cookie, or null. Its membership is looked at every time: one that ended yesterday opens nothing today. */
export async function findSession(wiring: Wiring, token: string | null): Promise<Session | null> {
  if (!isToken(token)) return null;
  const now = wiring.clock.now();
  return withIdentity(wiring, async (tx) => {
    const row = await findLiveSession(tx, { tokenHash: hashToken(token), now });
    if (!row) return null;
    if (now.getTime() - new Date(row.seen_at).getTime() > MINUTES_BETWEEN_SIGHTS * 60_000) {
      await updateSessionSeen(tx, { sessionId: row.id, now, expiresAt: sessionEnd(now) });
    }
    const { account_id: accountId, membership_id: membershipId } = row;
    const membership = membershipId ? await findMembership(tx, { accountId, membershipId, now }) : undefined;
    return {
      sessionId: row.id,
      accountId,
      mail: row.mail,
      language: row.language,
      membershipId: membership?.id ?? null,
      actor: membership ? actorOf(membership) : null,
      hints: hintsLeft({ read: row.hints_read, off: row.hints_off }),
      hintsOff: row.hints_off,
    };
  });
}

/** The actor that a membership makes. */
export function actorOf(row: MembershipRow): MemberActor {
  const {
    account_id: accountId,
    district_id: districtId,
    person_id: personId,
    school_id: schoolId,
    organisation_id: organisationId,
  } = row;
  if (row.role === "mentor") {
    if (!organisationId) throw new Error(`Membership ${row.id} of a mentor names no organisation`);
    return { kind: "mentor", accountId, mentorId: personId, organisationId, districtId };
  }
  if (!schoolId) throw new Error(`Membership ${row.id} names no school`);
  const inSchool = { accountId, personId, schoolId, districtId };
  if (row.role === "student" || row.role === "guardian") return { kind: row.role, ...inSchool };
  return { kind: "staff", role: row.role as StaffRole, ...inSchool };
}

import type { GuardianActor, MentorActor, StaffActor, StaffRole, StudentActor } from "~/domain/actor";
import { findMentor, findPersonToWrite } from "~db/people.server";
import { findPursuit } from "~db/pursuits.server";
import type { FoundReply } from "~db/replies.server";
import { listStaff } from "~db/safeguarding-leads.server";
import type { ScopeTx } from "~db/scope.server";

/** Nobody has signed in: their mailbox speaks for them. */
const NO_ACCOUNT = "";

/**
 * As whom the holder of a seat acts on a day when they answer by mail; undefined for who has left. What they may do in the conversation is
 * asked there, as of somebody on the page.
 */
export async function findSeatActor(
  tx: ScopeTx,
  { schoolId, reply, on }: { schoolId: string; reply: FoundReply; on: string },
): Promise<StaffActor | StudentActor | GuardianActor | MentorActor | undefined> {
  const { role, mentor_id: mentorId, district_id: districtId } = reply;
  if (mentorId !== null) {
    const mentor = await findMentor(tx, { districtId, mentorId });
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: reply.pursuit_id });
    if (!mentor || !pursuit) return undefined;
    return { kind: "mentor", accountId: NO_ACCOUNT, mentorId, organisationId: pursuit.organisation_id, districtId };
  }
  const personId = reply.person_id ?? "";
  if (role === "mentor" || !(await findPersonToWrite(tx, { schoolId, personId, on }))) return undefined;
  const person = { schoolId, districtId, accountId: NO_ACCOUNT, personId };
  if (role !== "staff") return { kind: role, ...person };
  const own = (await listStaff(tx, { schoolId, on })).find((one) => one.personId === personId);
  return own && { kind: "staff", role: own.role as StaffRole, ...person };
}

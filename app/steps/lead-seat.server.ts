import type { MentorSeat } from "~/domain/conversation/mentor-seat";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { listNamedMentors } from "./present.server";

/** What keeps the lead of a placement from hearing of a student; `nobody` where none is named. */
export type LeadSeat = MentorSeat | "nobody";

/**
 * Whether the lead mentor of a pursuit's placement may hear of the student today, by the rule of the conversation: where and when a
 * minor is reaches no adult whom the school has not read, keeps apart or has suspended.
 */
export async function findLeadSeat(tx: ScopeTx, pursuit: PursuitFacts): Promise<LeadSeat> {
  return findMentorSeat(tx, pursuit, pursuit.lead_mentor_id);
}

/** The same of any mentor; `nobody` for one whom the placement does not name, such as a colleague. */
export async function findMentorSeat(tx: ScopeTx, pursuit: PursuitFacts, mentorId: string | null): Promise<LeadSeat> {
  const named = await listNamedMentors(tx, pursuit);
  return named.find((mentor) => mentor.mentorId === mentorId)?.seat ?? "nobody";
}

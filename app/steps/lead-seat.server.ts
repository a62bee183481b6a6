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
  const named = await listNamedMentors(tx, pursuit);
  return named.find(({ mentorId }) => mentorId === pursuit.lead_mentor_id)?.seat ?? "nobody";
}

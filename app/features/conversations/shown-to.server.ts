import type { Seat } from "~/steps/conversation.server";
import type { Reader } from "~db/messages.server";
import type { ScopeTx } from "~db/scope.server";
import { findMember } from "~db/threads.server";
import { isOpenTo } from "./read-thread.server";

export type Member = Awaited<ReturnType<typeof findMember>>;

/** The seat's row of whoever sits there, when the conversation has begun and they have one. */
export function findOwnMember(tx: ScopeTx, { as, thread, sitter }: Seat): Promise<Member> {
  return thread ? findMember(tx, { schoolId: as.schoolId, threadId: thread.id, sitter }) : Promise.resolve(undefined);
}

interface Asked {
  seat: Seat;
  member: Member;
  now: Date;
}

/** Whether words and pictures are shown to somebody now: staff open them by a press that is noted, guardians by joining. */
export async function isShown(tx: ScopeTx, { seat: { as, thread }, member, now }: Asked): Promise<boolean> {
  if (!thread) return false;
  if (as.kind === "guardian") return member !== undefined && member.left_at === null;
  if (as.kind !== "staff") return true;
  return isOpenTo(tx, { schoolId: as.schoolId, threadId: thread.id, personId: as.personId, now });
}

/** What waits or was returned only its writer reads, and the staff. */
export function readerOf({ as }: Seat, member: Member): Reader {
  return as.kind === "staff" ? { sees: "everything" } : { sees: "own_and_sent", memberId: member?.id };
}

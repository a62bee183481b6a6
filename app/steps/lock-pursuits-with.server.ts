import type { StaffActor } from "~/domain/actor";
import { listPursuitsWith } from "~db/clearance-desk.server";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";

/** Locks the students who go after a place of the mentor: an approval at this moment sees the check, or is seen by it. */
export async function lockPursuitsWith(
  tx: ScopeTx,
  { actor, mentorId }: { actor: StaffActor; mentorId: string },
): Promise<PursuitFacts[]> {
  const { schoolId } = actor;
  const locked: PursuitFacts[] = [];
  for (const { id: pursuitId } of await listPursuitsWith(tx, { schoolId, mentorId })) {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (pursuit) locked.push(pursuit);
  }
  return locked;
}

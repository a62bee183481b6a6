import type { StaffActor } from "~/domain/actor";
import { hasActSince } from "~db/audit.server";
import { listLinksAsWritten } from "~db/guardian-moves.server";
import type { Move } from "~db/merge-moves.server";
import type { MergeRecord } from "~db/merges.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * Whether staff changed or ended a tie since that a merge wrote over. Also where it gives the same: whoever takes a right that the
 * narrower of two ties does not give any more has still said that it shall not be there, and an undo would bring it back.
 */
export async function haveTiesChanged(
  tx: ScopeTx,
  { actor, merge, moves }: { actor: StaffActor; merge: MergeRecord; moves: readonly Move[] },
): Promise<boolean> {
  const { schoolId } = actor;
  if ((await listLinksAsWritten(tx, { schoolId, moves })).length < moves.length) return true;
  return hasActSince(tx, {
    ...{ schoolId, noun: "guardian_link", nounIds: moves.flatMap(({ key }) => key.id ?? []) },
    ...{ transitions: ["change", "end"], since: merge.merged_at },
  });
}

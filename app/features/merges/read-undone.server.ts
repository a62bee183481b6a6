import type { StaffActor } from "~/domain/actor";
import { findPersonRows } from "~db/merged-people.server";
import type { MergeRecord } from "~db/merges.server";
import type { ScopeTx } from "~db/scope.server";

interface Undone {
  kept: string;
  gone: string;
  refusal: "undone_already";
}

/**
 * Two people of the school of whom one had been made and who are two again. What the merge had moved is forgotten, so who they are tells
 * whose merge it was: nobody is a student, staff and family at once who was part of one. Undefined where they are of another kind.
 */
export async function readUndone(
  tx: ScopeTx,
  { actor, merge, are }: { actor: StaffActor; merge: MergeRecord; are: "students" | "staff" | "family" },
): Promise<Undone | undefined> {
  const { kept_id: keptId, gone_id: goneId } = merge;
  const rows = await findPersonRows(tx, { schoolId: actor.schoolId, ids: [keptId, goneId] });
  const [kept, gone] = [rows.get(keptId), rows.get(goneId)];
  if (!kept || !gone) return undefined;
  const kind = kept.isStudent ? "students" : kept.isStaff ? "staff" : "family";
  return kind === are ? { kept: kept.fullName, gone: gone.fullName, refusal: "undone_already" } : undefined;
}

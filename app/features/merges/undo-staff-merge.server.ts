import type { Actor } from "~/domain/actor";
import { mayMergeStaff } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockPersonRows, writePersonMergedInto } from "~db/merged-people.server";
import { closeMerge, lockMerge } from "~db/merges.server";
import { lockPeople } from "~db/person-changes.server";
import { withScope } from "~db/scope.server";
import { readStaffMerge, type UndoStaffRefusal } from "./read-staff-merge.server";
import { returnStaff } from "./return-staff.server";

export type UndoStaffMergeRefusal = "not_permitted" | "not_found" | UndoStaffRefusal;

/**
 * Makes two of the staff of one again within a week: exactly the rows that had come over go back as they are now, and a role that was
 * given ends. It is refused once something hangs on both being one that would be with the wrong one afterwards.
 */
export async function undoStaffMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<{ goneId: string }, UndoStaffMergeRefusal>> {
  if (!mayMergeStaff(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ goneId: string }, UndoStaffMergeRefusal>> => {
    await lockPeople(tx, { schoolId });
    const merge = await lockMerge(tx, { districtId, mergeId });
    if (merge?.noun !== "person") return refused("not_found");
    const { kept_id: keptId, gone_id: goneId } = merge;
    await lockPersonRows(tx, { schoolId, ids: [keptId, goneId] });
    const state = await readStaffMerge(tx, { actor, merge, now });
    if (!state) return refused("not_found");
    if (state.refusal) return refused(state.refusal);
    await writePersonMergedInto(tx, { schoolId, personId: goneId, into: null });
    await returnStaff(tx, { actor, merge, now });
    await closeMerge(tx, { districtId, mergeId, now });
    const act = { actor, noun: "person", evidence: `${goneId} out of ${keptId}`, transition: "undo_merge", now };
    await recordAct(tx, { ...act, nounId: keptId });
    await recordAct(tx, { ...act, nounId: goneId });
    return done({ goneId });
  });
}

import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLinksOf } from "~db/guardian-moves.server";
import { lockPersonRows, writePersonMergedInto } from "~db/merged-people.server";
import { closeMerge, lockMerge } from "~db/merges.server";
import { lockPeople } from "~db/person-changes.server";
import { withScope } from "~db/scope.server";
import { lockStudentRows } from "~db/student-facts.server";
import { readStudentMerge, type UndoStudentRefusal } from "./read-student-merge.server";
import { returnStudent } from "./return-student.server";

export type UndoStudentsMergeRefusal = "not_permitted" | "not_found" | UndoStudentRefusal;

/** Makes two students of one again within a week: exactly the rows that had come over go back. Refused once something hangs on both being one. */
export async function undoStudentsMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<{ goneId: string }, UndoStudentsMergeRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ goneId: string }, UndoStudentsMergeRefusal>> => {
    await lockPeople(tx, { schoolId });
    const merge = await lockMerge(tx, { districtId, mergeId });
    if (merge?.noun !== "person") return refused("not_found");
    const { kept_id: keptId, gone_id: goneId } = merge;
    await lockStudentRows(tx, { schoolId, studentIds: [keptId] });
    await lockLinksOf(tx, { schoolId, personIds: [keptId] });
    await lockPersonRows(tx, { schoolId, ids: [keptId, goneId] });
    const state = await readStudentMerge(tx, { actor, merge, now });
    if (!state) return refused("not_found");
    if (state.refusal) return refused(state.refusal);
    await writePersonMergedInto(tx, { schoolId, personId: goneId, into: null });
    await returnStudent(tx, { actor, merge, now });
    await closeMerge(tx, { districtId, mergeId, now });
    const act = { actor, noun: "person", evidence: `${goneId} out of ${keptId}`, transition: "undo_merge", now };
    await recordAct(tx, { ...act, nounId: keptId });
    await recordAct(tx, { ...act, nounId: goneId });
    return done({ goneId });
  });
}

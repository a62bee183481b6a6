import type { Actor } from "~/domain/actor";
import { nameAfterUndo } from "~/domain/merge/mentors";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLedByMentor } from "~db/led-by-mentor.server";
import { lockMentorRows, writeMentorName, writeMergedInto } from "~db/merged-mentors.server";
import { closeMerge, lockMerge } from "~db/merges.server";
import { withScope } from "~db/scope.server";
import { followLeads } from "./follow-leads.server";
import type { Moving } from "./move-organisation.server";
import { readMentorMerge, type UndoMentorRefusal } from "./read-mentor-merge.server";
import { returnMentor } from "./return-mentor.server";

export type UndoMentorMergeRefusal = "not_permitted" | "not_found" | UndoMentorRefusal;

/**
 * Makes two mentors of one again within a week: exactly the rows that had come over go back as they are now. It is refused once
 * something hangs on both being one that would be with the wrong one afterwards: a host who was told of a student, a way in, a last day.
 */
export async function undoMentorMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<{ goneId: string }, UndoMentorMergeRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ goneId: string }, UndoMentorMergeRefusal>> => {
    const merge = await lockMerge(tx, { districtId, mergeId });
    if (merge?.noun !== "mentor") return refused("not_found");
    if (merge.undone_at) return refused("undone_already");
    const { kept_id: keptId, gone_id: goneId } = merge;
    await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, (here) =>
      lockLedByMentor(tx, { schoolId: here.schoolId, mentorId: keptId }),
    );
    await lockMentorRows(tx, { districtId, ids: [keptId, goneId] });
    const state = await readMentorMerge(tx, { actor, merge, now });
    if (!state) return refused("not_found");
    if (state.refusal) return refused(state.refusal);
    const moving: Moving = { actor, mergeId, from: keptId, to: goneId, now };
    const name = nameAfterUndo({ now: state.kept, before: state.keptBefore, other: state.gone });
    await writeMentorName(tx, { districtId, mentorId: keptId, name });
    await writeMergedInto(tx, { districtId, mentorId: goneId, into: null });
    await returnMentor(tx, moving);
    await closeMerge(tx, { districtId, mergeId, now });
    await followLeads(tx, { districtId, places: state.leads.flatMap(({ key }) => key.id ?? []) });
    const act = { actor, noun: "mentor", evidence: `${goneId} out of ${keptId}`, transition: "undo_merge", now };
    await recordAct(tx, { ...act, nounId: keptId });
    await recordAct(tx, { ...act, nounId: goneId });
    return done({ goneId });
  });
}

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
import { lockFamilies } from "./lock-families.server";
import { readPersonMerge, type UndoPersonRefusal } from "./read-person-merge.server";
import { returnGuardian } from "./return-guardian.server";

export type UndoPeopleMergeRefusal = "not_permitted" | "not_found" | UndoPersonRefusal;

/**
 * Makes two people of one again within a week: exactly the rows that had come over go back as they are now. It is refused once something
 * hangs on both being one that would be with the wrong one afterwards: an answer, a seat in a conversation, a tie that was changed.
 */
export async function undoPeopleMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<{ goneId: string }, UndoPeopleMergeRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ goneId: string }, UndoPeopleMergeRefusal>> => {
    await lockPeople(tx, { schoolId });
    const merge = await lockMerge(tx, { districtId, mergeId });
    if (merge?.noun !== "person") return refused("not_found");
    const { kept_id: keptId, gone_id: goneId } = merge;
    await lockFamilies(tx, { schoolId, guardianIds: [keptId, goneId] });
    await lockLinksOf(tx, { schoolId, personIds: [keptId, goneId] });
    await lockPersonRows(tx, { schoolId, ids: [keptId, goneId] });
    const state = await readPersonMerge(tx, { actor, merge, now });
    if (!state) return refused("not_found");
    if (state.refusal) return refused(state.refusal);
    await writePersonMergedInto(tx, { schoolId, personId: goneId, into: null });
    await returnGuardian(tx, { actor, merge, now });
    await closeMerge(tx, { districtId, mergeId, now });
    const act = { actor, noun: "person", evidence: `${goneId} out of ${keptId}`, transition: "undo_merge", now };
    await recordAct(tx, { ...act, nounId: keptId });
    await recordAct(tx, { ...act, nounId: goneId });
    return done({ goneId });
  });
}

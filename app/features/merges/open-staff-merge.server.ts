import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMergeStaff } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMoves } from "~db/merge-moves.server";
import { findMerge } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import type { StaffCounts } from "~db/staff-facts.server";
import { STAFF_REFERENCES as REFERENCES, STAFF_KEPT_AS } from "~db/staff-references.server";
import { readStaffMerge, type UndoStaffRefusal } from "./read-staff-merge.server";

export interface StaffMergePage {
  id: string;
  keptId: string;
  goneId: string;
  kept: string;
  gone: string;
  /** ISO instant. */
  until: string;
  school: string;
  timeZone: string;
  counts: StaffCounts;
  /** The one that stays was given the role of the other, which ends with an undo. */
  hasGivenRole: boolean;
  refusal: UndoStaffRefusal | null;
}

/** One merge of two of the staff of the last week: what an undo gives back, or why there is none. */
export async function openStaffMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<StaffMergePage, "not_permitted" | "not_found">> {
  if (!mayMergeStaff(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const merge = await findMerge(tx, { districtId, mergeId });
    const state = merge?.noun === "person" ? await readStaffMerge(tx, { actor, merge, now }) : undefined;
    if (!merge || !state) return refused("not_found");
    const moved = await countMoves(tx, { districtId, mergeId, schoolId });
    const count = (kind: keyof StaffCounts) => moved[keptAs(REFERENCES[kind])] ?? 0;
    return done({
      ...{ id: mergeId, ...state, keptId: merge.kept_id, goneId: merge.gone_id, school: merge.school_name },
      until: daysLater(new Date(merge.merged_at), UNDO_DAYS).toISOString(),
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      counts: {
        ...{ advisories: count("advisories"), covers: count("covers"), meetings: count("meetings") },
        ...{ seats: count("seats"), contacts: count("contacts"), sequences: count("sequences"), tasks: count("tasks") },
      },
      hasGivenRole: (moved[STAFF_KEPT_AS.givenRole] ?? 0) > 0,
    });
  });
}

import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMoves } from "~db/merge-moves.server";
import { findMerge } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { STUDENT_REFERENCES as REFERENCES, takenAs } from "~db/student-references.server";
import { readStudentMerge, type UndoStudentRefusal } from "./read-student-merge.server";

export interface StudentMergePage {
  id: string;
  keptId: string;
  goneId: string;
  kept: string;
  gone: string;
  /** ISO instant. */
  until: string;
  school: string;
  timeZone: string;
  counts: { family: number; wishes: number; searches: number; interests: number; tasks: number };
  refusal: UndoStudentRefusal | null;
}

/** One merge of students of the last week: what an undo gives back, or why there is none. */
export async function openStudentMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<StudentMergePage, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const merge = await findMerge(tx, { districtId, mergeId });
    const state = merge?.noun === "person" ? await readStudentMerge(tx, { actor, merge, now }) : undefined;
    if (!merge || !state) return refused("not_found");
    const moves = await countMoves(tx, { districtId, mergeId, schoolId });
    const count = (...tables: string[]) => tables.reduce((sum, table) => sum + (moves[table] ?? 0), 0);
    return done({
      ...{ id: mergeId, ...state, keptId: merge.kept_id, goneId: merge.gone_id, school: merge.school_name },
      until: daysLater(new Date(merge.merged_at), UNDO_DAYS).toISOString(),
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      counts: {
        family: count(keptAs(REFERENCES.ties), takenAs("guardian_links")),
        wishes: count(keptAs(REFERENCES.wishes), takenAs("wishes")),
        searches: count(keptAs(REFERENCES.searches)),
        interests: count(keptAs(REFERENCES.interests), takenAs("student_interests")),
        tasks: count(keptAs(REFERENCES.tasks)),
      },
    });
  });
}

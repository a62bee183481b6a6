import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMoves } from "~db/merge-moves.server";
import { findMerge } from "~db/merges.server";
import { keptAs } from "~db/moved-rows.server";
import { GUARDIAN_REFERENCES as REFERENCES } from "~db/person-references.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { readPersonMerge, type UndoPersonRefusal } from "./read-person-merge.server";

/** What goes back, by where its rows are kept. */
const RETURNED = {
  children: keptAs(REFERENCES.links),
  consents: keptAs(REFERENCES.consents),
  introductions: keptAs(REFERENCES.introductions),
  tasks: keptAs(REFERENCES.tasks),
} as const;

export interface PersonMergePage {
  id: string;
  keptId: string;
  goneId: string;
  kept: string;
  gone: string;
  /** ISO instant. */
  until: string;
  school: string;
  timeZone: string;
  counts: Record<keyof typeof RETURNED, number>;
  refusal: UndoPersonRefusal | null;
}

/** One merge of people of the last week: what an undo gives back, or why there is none. */
export async function openPersonMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<PersonMergePage, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const merge = await findMerge(tx, { districtId, mergeId });
    const state = merge?.noun === "person" ? await readPersonMerge(tx, { actor, merge, now }) : undefined;
    if (!merge || !state) return refused("not_found");
    const moved = await countMoves(tx, { districtId, mergeId, schoolId });
    const count = (kind: keyof typeof RETURNED) => moved[RETURNED[kind]] ?? 0;
    return done({
      ...{ id: mergeId, ...state, keptId: merge.kept_id, goneId: merge.gone_id, school: merge.school_name },
      until: daysLater(new Date(merge.merged_at), UNDO_DAYS).toISOString(),
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      counts: {
        ...{ children: count("children"), consents: count("consents") },
        ...{ introductions: count("introductions"), tasks: count("tasks") },
      },
    });
  });
}

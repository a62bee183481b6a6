import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMoves } from "~db/merge-moves.server";
import { findMerge } from "~db/merges.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { readMentorMerge, type UndoMentorRefusal } from "./read-mentor-merge.server";

/** What goes back, by where its rows are kept; of schools the own one's alone. */
const RETURNED = {
  leads: "placements.lead_mentor_id",
  backups: "placement_backups.mentor_id",
  ties: "affiliations.mentor_id",
  offers: "mentor_offers.mentor_id",
  introductions: "introductions.mentor_id",
} as const;

export interface MentorMergePage {
  id: string;
  kept: string;
  gone: string;
  /** ISO instant. */
  until: string;
  school: string;
  timeZone: string;
  counts: Record<keyof typeof RETURNED, number>;
  refusal: UndoMentorRefusal | null;
}

/** One merge of mentors of the last week: what an undo gives back, or why there is none. */
export async function openMentorMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<MentorMergePage, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const merge = await findMerge(tx, { districtId, mergeId });
    const state = merge?.noun === "mentor" ? await readMentorMerge(tx, { actor, merge, now }) : undefined;
    if (!merge || !state) return refused("not_found");
    const moved = await countMoves(tx, { districtId, mergeId, schoolId });
    const count = (kind: keyof typeof RETURNED) => moved[RETURNED[kind]] ?? 0;
    return done({
      ...{ id: mergeId, kept: state.kept.fullName, gone: state.gone.fullName, school: merge.school_name },
      until: daysLater(new Date(merge.merged_at), UNDO_DAYS).toISOString(),
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      counts: {
        ...{ leads: count("leads"), backups: count("backups"), ties: count("ties") },
        ...{ offers: count("offers"), introductions: count("introductions") },
      },
      refusal: state.refusal,
    });
  });
}

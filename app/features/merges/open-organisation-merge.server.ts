import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { countMoves } from "~db/merge-moves.server";
import { findMerge } from "~db/merges.server";
import { listStayingMentors, listStayingPlacements } from "~db/organisation-moves.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { readOrganisationMerge, type UndoRefusal } from "./read-organisation-merge.server";

/** What goes back, by kind; of schools the own one's rows alone. */
export const RETURNED = ["sites", "placements", "affiliations", "contacts", "introductions", "gifts"] as const;

export interface OrganisationMergePage {
  id: string;
  kept: { id: string; name: string };
  gone: string;
  mergedAt: string;
  /** ISO instant. */
  until: string;
  school: string;
  timeZone: string;
  counts: Record<(typeof RETURNED)[number], number>;
  /** Placements that stay with the kept one: they are new, or lie at a site that somebody uses since. */
  staying: { id: string; title: string }[];
  /** Mentors who came since. */
  newMentors: { id: string; name: string }[];
  refusal: UndoRefusal | null;
}

/** One merge of the last week: what an undo gives back and what stays where it is. */
export async function openOrganisationMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<OrganisationMergePage, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const merge = await findMerge(tx, { districtId, mergeId });
    const state = merge && (await readOrganisationMerge(tx, { districtId, merge, now }));
    if (!merge || !state) return refused("not_found");
    const { kept_id: keptId, merged_at: mergedAt } = merge;
    const { sites, placements } = state;
    const moved = await countMoves(tx, { districtId, mergeId, schoolId });
    return done({
      ...{ id: mergeId, kept: { id: keptId, name: (state.kept ?? state.keptBefore).name }, gone: state.gone.name },
      ...{ mergedAt, until: daysLater(new Date(mergedAt), UNDO_DAYS).toISOString(), school: merge.school_name },
      timeZone: (await getSchool(tx, schoolId)).time_zone,
      counts: Object.fromEntries(
        RETURNED.map((table) => [table, moved[table] ?? 0]),
      ) as OrganisationMergePage["counts"],
      staying: await listStayingPlacements(tx, { districtId, keptId, since: mergedAt, sites, placements }),
      newMentors: await listStayingMentors(tx, { districtId, keptId, since: mergedAt, came: state.affiliations }),
      refusal: state.refusal,
    });
  });
}

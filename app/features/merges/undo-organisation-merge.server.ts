import type { Actor } from "~/domain/actor";
import { factsAfterUndo } from "~/domain/merge/choices";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockOfOrganisation } from "~db/led-by-mentor.server";
import {
  insertOrganisationAgain,
  lockOrganisationRows,
  type OrganisationRow,
  updateOrganisationFacts,
} from "~db/merged-organisations.server";
import { closeMerge, lockMerge } from "~db/merges.server";
import { deleteOrganisationNames } from "~db/organisation-names.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findAnew } from "./find-anew.server";
import type { Moving } from "./move-organisation.server";
import { type OrganisationMergeState, readOrganisationMerge, type UndoRefusal } from "./read-organisation-merge.server";
import { returnOrganisation } from "./return-organisation.server";

export type UndoOrganisationMergeRefusal = "not_permitted" | "not_found" | UndoRefusal;

/**
 * Makes two of one again within a week: the row that went comes back under its id, and exactly the rows that had come over go back to
 * it as they are now. What is new since stays with the kept one, and what ended or was suspended since does so for both. Any coordinator
 * of the district may: each school's rows are given back in it.
 */
export async function undoOrganisationMerge(
  wiring: Wiring,
  actor: Actor,
  { mergeId }: { mergeId: string },
): Promise<Outcome<{ goneId: string }, UndoOrganisationMergeRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ goneId: string }, UndoOrganisationMergeRefusal>> => {
    const merge = await lockMerge(tx, { districtId, mergeId });
    if (!merge) return refused("not_found");
    if (merge.undone_at) return refused("undone_already");
    const { kept_id: keptId, gone_id: goneId } = merge;
    await inDistrictSchools(tx, { staff: actor, job: "merge-organisations" }, (here) =>
      lockOfOrganisation(tx, { schoolId: here.schoolId, organisationId: keptId }),
    );
    const kept = (await lockOrganisationRows(tx, { districtId, ids: [keptId] })).get(keptId);
    const state = await readOrganisationMerge(tx, { districtId, merge, now });
    if (!state) return refused("not_found");
    if (!kept || state.refusal) return refused(state.refusal ?? "merged_since");
    const moving: Moving = { actor, mergeId, from: keptId, to: goneId, now };
    await writeTwo(tx, moving, { kept, state });
    const placements = await returnOrganisation(tx, moving);
    await closeMerge(tx, { districtId, mergeId, now });
    await findAnew(tx, { districtId, organisationId: keptId, also: placements });
    const act = { actor, noun: "organisation", evidence: `${goneId} out of ${keptId}`, transition: "undo_merge", now };
    await recordAct(tx, { ...act, nounId: keptId });
    await recordAct(tx, { ...act, nounId: goneId });
    return done({ goneId });
  });
}

/** Gives the kept one its own words back where nobody changed them since, and the other its row. */
async function writeTwo(
  tx: ScopeTx,
  { actor }: Moving,
  { kept, state: { keptBefore, gone, goneWhole } }: { kept: OrganisationRow; state: OrganisationMergeState },
): Promise<void> {
  const { districtId } = actor;
  const facts = factsAfterUndo({ now: kept, before: keptBefore, other: gone });
  // Both names are free again before the row comes back that bears one of them.
  const nameKeys = [keptBefore.nameKey, gone.nameKey];
  await deleteOrganisationNames(tx, { districtId, organisationId: kept.id, nameKeys });
  const nameKey = facts.name === keptBefore.name ? keptBefore.nameKey : kept.nameKey;
  await updateOrganisationFacts(tx, { districtId, organisationId: kept.id, facts, nameKey });
  await insertOrganisationAgain(tx, goneWhole);
}

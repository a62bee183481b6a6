import type { Actor } from "~/domain/actor";
import { type Choice, chosenFacts, type OrganisationField } from "~/domain/merge/choices";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockOfOrganisation } from "~db/led-by-mentor.server";
import { insertMoves } from "~db/merge-moves.server";
import {
  deleteOrganisation,
  lockOrganisationRows,
  type OrganisationRow,
  updateOrganisationFacts,
} from "~db/merged-organisations.server";
import { findStandingMerge, insertMerge } from "~db/merges.server";
import { insertOrganisationName } from "~db/organisation-names.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findAnew } from "./find-anew.server";
import { type Moving, moveOrganisation } from "./move-organisation.server";

export interface OrganisationMerge {
  /** The one that stays. */
  keptId: string;
  otherId: string;
  /** As the preview showed them. */
  seal: string;
  otherSeal: string;
  /** Where both say something and not the same; the kept one's words stand where nobody chose. */
  choices: Partial<Record<OrganisationField, Choice>>;
}

export type MergeOrganisationsRefusal = "not_permitted" | "not_found" | "changed_meanwhile";

/**
 * Makes one organisation of two, in the whole district and in one transaction. What named the other names the kept one afterwards;
 * the other's row goes, so that Postgres itself proves that nothing was left behind, and its name leads to the kept one from then on.
 * A second press answers the merge that stands.
 */
export async function mergeOrganisations(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId, seal, otherSeal, choices }: OrganisationMerge,
): Promise<Outcome<{ mergeId: string }, MergeOrganisationsRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ mergeId: string }, MergeOrganisationsRefusal>> => {
    await inDistrictSchools(tx, { staff: actor, job: "merge-organisations" }, (here) =>
      lockOfOrganisation(tx, { schoolId: here.schoolId, organisationId: otherId }),
    );
    const rows = await lockOrganisationRows(tx, { districtId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId) {
      const standing = await findStandingMerge(tx, { districtId, keptId, goneId: otherId });
      return standing ? done({ mergeId: standing }) : refused("not_found");
    }
    if (kept.seal !== seal || other.seal !== otherSeal) return refused("changed_meanwhile");
    const mergeId = await insertMerge(tx, { districtId, noun: "organisation", keptId, goneId: otherId, schoolId, now });
    const moving: Moving = { actor, mergeId, from: otherId, to: keptId, now };
    const placements = await moveOrganisation(tx, moving);
    await writeOne(tx, moving, { kept, other, choices });
    await findAnew(tx, { districtId, organisationId: keptId, also: placements });
    const act = { actor, noun: "organisation", evidence: `${otherId} into ${keptId}`, now };
    await recordAct(tx, { ...act, nounId: keptId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done({ mergeId });
  });
}

interface Two {
  kept: OrganisationRow;
  other: OrganisationRow;
  choices: OrganisationMerge["choices"];
}

/** Takes the other's row away, writes what was chosen, and lets both names lead to the one that stays. */
async function writeOne(tx: ScopeTx, { actor, mergeId }: Moving, { kept, other, choices }: Two): Promise<void> {
  const { districtId } = actor;
  const befores = [kept, other].map(({ id, whole }) => ({ key: { id }, before: whole }));
  await insertMoves(tx, { districtId, mergeId, schoolId: null, table: "organisations", moves: befores });
  await deleteOrganisation(tx, { districtId, organisationId: other.id });
  const facts = chosenFacts(kept, other, choices);
  const nameKey = facts.name === kept.name ? kept.nameKey : other.nameKey;
  await updateOrganisationFacts(tx, { districtId, organisationId: kept.id, facts, nameKey });
  for (const row of [kept, other])
    if (row.nameKey !== nameKey)
      await insertOrganisationName(tx, {
        ...{ districtId, organisationId: kept.id },
        ...{ nameKey: row.nameKey, knownSince: row.createdAt },
      });
}

import type { Actor } from "~/domain/actor";
import { contradictions, type OrganisationFacts, type OrganisationField } from "~/domain/merge/choices";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findOrganisationRows, type OrganisationRow } from "~db/merged-organisations.server";
import {
  countOfOrganisation,
  listAccountIdsOfOrganisation,
  type OrganisationCounts,
} from "~db/organisation-facts.server";
import { withIdentity, withScope } from "~db/scope.server";

export interface PreviewedOrganisation extends OrganisationFacts {
  id: string;
  seal: string;
}

export interface OrganisationPreview {
  kept: PreviewedOrganisation;
  other: PreviewedOrganisation;
  /** In these both say something, and not the same. */
  contradictions: OrganisationField[];
  /** What comes over; of schools that of the own one alone. */
  counts: OrganisationCounts;
  /** Accounts of the other, whose mentors read what those of the kept one read afterwards. */
  accounts: number;
}

/** What would become of two organisations that are one. Changes nothing. */
export async function previewOrganisationMerge(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId }: { keptId: string; otherId: string },
): Promise<Outcome<OrganisationPreview, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const found = await withScope(wiring, actor, async (tx) => {
    const rows = await findOrganisationRows(tx, { districtId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId) return null;
    return { kept, other, counts: await countOfOrganisation(tx, { districtId, schoolId, organisationId: otherId }) };
  });
  if (!found) return refused("not_found");
  const { kept, other, counts } = found;
  const accounts = await withIdentity(wiring, (tx) =>
    listAccountIdsOfOrganisation(tx, { districtId, organisationId: otherId }),
  );
  const contradicting = contradictions(kept, other);
  return done({
    kept: shown(kept),
    other: shown(other),
    contradictions: contradicting,
    counts,
    accounts: accounts.length,
  });
}

const shown = ({ id, seal, name, sector, about, website }: OrganisationRow): PreviewedOrganisation => ({
  ...{ id, seal, name, sector, about, website },
});

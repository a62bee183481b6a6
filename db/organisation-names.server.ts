import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfName {
  districtId: string;
  nameKey: string;
}

/** The organisation of the district that is known by a name's key, also by one it had before a merge, or null. */
export async function findOrganisationByKey(tx: ScopeTx, { districtId, nameKey }: OfName): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where district_id = ${districtId} and name_key = ${nameKey}
    union all select organisation_id from organisation_names where district_id = ${districtId} and name_key = ${nameKey}
    limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Has a name's key lead to an organisation from now on; `knownSince` is when the district came to know whoever bore it. */
export async function insertOrganisationName(
  tx: ScopeTx,
  { districtId, nameKey, organisationId, knownSince }: OfName & { organisationId: string; knownSince: string },
): Promise<void> {
  await tx
    .insertInto("organisation_names")
    .values({ district_id: districtId, name_key: nameKey, organisation_id: organisationId, known_since: knownSince })
    .onConflict((conflict) => conflict.columns(["district_id", "name_key"]).doNothing())
    .execute();
}

/** Lets names' keys lead to an organisation no more. */
export async function deleteOrganisationNames(
  tx: ScopeTx,
  asked: { districtId: string; organisationId: string; nameKeys: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom("organisation_names")
    .where("district_id", "=", asked.districtId)
    .where("organisation_id", "=", asked.organisationId)
    .where("name_key", "in", [...asked.nameKeys])
    .execute();
}

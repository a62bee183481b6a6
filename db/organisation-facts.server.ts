import { sql } from "kysely";
import type { ComparedOrganisation } from "~/domain/organisation/twins";
import type { IdentityTx, ScopeTx } from "./scope.server";

/** Every organisation of a district with what tells that another row is the same one. */
export async function listComparedOrganisations(
  tx: ScopeTx,
  { districtId }: { districtId: string },
): Promise<ComparedOrganisation[]> {
  const { rows } = await sql<ComparedOrganisation>`
    with lone as (select mentor_id, min(organisation_id::text)::uuid as organisation_id from affiliations
        where district_id = ${districtId} group by mentor_id having count(distinct organisation_id) = 1),
      points as (select lone.organisation_id, c.kind, array_agg(distinct c.value) as texts from lone
        join mentor_contact_points c on c.district_id = ${districtId} and c.mentor_id = lone.mentor_id
        group by lone.organisation_id, c.kind),
      places as (select organisation_id, array_agg(distinct street || ' ' || postcode) as addresses from sites
        where district_id = ${districtId} and mode = 'on_site' and street <> '' group by organisation_id)
    select o.id, o.name, o.name_key as "nameKey", o.website, coalesce(places.addresses, '{}') as addresses,
      coalesce(mails.texts, '{}') as mails, coalesce(phones.texts, '{}') as phones
    from organisations o
    left join places on places.organisation_id = o.id
    left join points mails on mails.organisation_id = o.id and mails.kind = 'mail'
    left join points phones on phones.organisation_id = o.id and phones.kind = 'phone'
    where o.district_id = ${districtId} order by o.name, o.id`.execute(tx);
  return rows;
}

export interface OrganisationCounts {
  sites: number;
  placements: number;
  mentors: number;
  /** Of the school that asks alone. */
  pursuits: number;
  contacts: number;
  introductions: number;
  gifts: number;
}

/** How much of what names an organisation: the district's own rows, and of schools those of one. */
export async function countOfOrganisation(
  tx: ScopeTx,
  { districtId, schoolId, organisationId }: { districtId: string; schoolId: string; organisationId: string },
): Promise<OrganisationCounts> {
  const district = sql`district_id = ${districtId} and organisation_id = ${organisationId}`;
  const school = sql`school_id = ${schoolId} and organisation_id = ${organisationId}`;
  const { rows } = await sql<OrganisationCounts>`select
    (select count(*) from sites where ${district})::int as sites,
    (select count(*) from placements where ${district} and erased_at is null)::int as placements,
    (select count(distinct mentor_id) from affiliations where ${district})::int as mentors,
    (select count(*) from pursuits where ${school} and ended_at is null)::int as pursuits,
    (select count(*) from contacts where ${school})::int as contacts,
    (select count(*) from introductions where ${school})::int as introductions,
    (select count(*) from gifts where ${school})::int as gifts`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("counts are one row");
  return counts;
}

/** The accounts that memberships of an organisation let in. */
export async function listAccountIdsOfOrganisation(
  tx: IdentityTx,
  { districtId, organisationId }: { districtId: string; organisationId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("identity.memberships")
    .select("account_id")
    .distinct()
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .where("to_on", "is", null)
    .execute();
  return rows.map(({ account_id: id }) => id);
}

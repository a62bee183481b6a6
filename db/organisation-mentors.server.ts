import type { ScopeTx } from "./scope.server";

/**
 * The mentors of an organisation on a day (civil date), by name; suspended ones are left out. An affiliation ends with its
 * last day; one that is written ahead counts already, because the database's day may begin before the school's.
 */
export function listOrganisationMentors(
  tx: ScopeTx,
  { districtId, organisationId, on }: { districtId: string; organisationId: string; on: string },
) {
  return tx
    .selectFrom("mentors as m")
    .innerJoin("affiliations as a", (join) =>
      join.onRef("a.district_id", "=", "m.district_id").onRef("a.mentor_id", "=", "m.id"),
    )
    .select(["m.id", "m.full_name", "m.name_used"])
    .distinct()
    .where("a.district_id", "=", districtId)
    .where("a.organisation_id", "=", organisationId)
    .where("m.suspended_at", "is", null)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", on)]))
    .orderBy("m.full_name")
    .orderBy("m.id")
    .execute();
}

/** Organisations of which a mentor is known on a day, by name. */
export function listOrganisationsWithMentors(tx: ScopeTx, { districtId, on }: { districtId: string; on: string }) {
  return tx
    .selectFrom("organisations as o")
    .innerJoin("affiliations as a", (join) =>
      join.onRef("a.district_id", "=", "o.district_id").onRef("a.organisation_id", "=", "o.id"),
    )
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "a.district_id").onRef("m.id", "=", "a.mentor_id"),
    )
    .select(["o.id", "o.name"])
    .distinct()
    .where("o.district_id", "=", districtId)
    .where("m.suspended_at", "is", null)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", on)]))
    .orderBy("o.name")
    .orderBy("o.id")
    .execute();
}

/** Every organisation of a district, by name. */
export function listOrganisations(tx: ScopeTx, { districtId }: { districtId: string }) {
  return tx
    .selectFrom("organisations")
    .select(["id", "name", "name_key"])
    .where("district_id", "=", districtId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export function findOrganisation(
  tx: ScopeTx,
  { districtId, organisationId }: { districtId: string; organisationId: string },
) {
  return tx
    .selectFrom("organisations")
    .select(["id", "name", "sector", "about", "website", "source"])
    .where("district_id", "=", districtId)
    .where("id", "=", organisationId)
    .executeTakeFirst();
}

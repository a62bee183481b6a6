import type { NewSite } from "~/domain/placement/post";
import type { ScopeTx } from "./scope.server";

interface OfOrganisation {
  districtId: string;
  organisationId: string;
}

/** The places of work an organisation has named, by name. */
export function listSites(tx: ScopeTx, { districtId, organisationId }: OfOrganisation) {
  return tx
    .selectFrom("sites")
    .select(["id", "name", "mode", "street", "city"])
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** Neighbourhoods of the district with their middle in degrees, by name. */
export function listAreas(tx: ScopeTx, districtId: string) {
  return tx
    .selectFrom("areas")
    .select(["id", "name", "postcodes", "latitude", "longitude"])
    .where("district_id", "=", districtId)
    .orderBy("name")
    .execute();
}

export type Area = Awaited<ReturnType<typeof listAreas>>[number];

/** Adds a place of work. A pin says where it is; without one the middle of its area does. */
export async function insertSite(
  tx: ScopeTx,
  { districtId, organisationId, site, area }: OfOrganisation & { site: NewSite; area: Area | null },
): Promise<string> {
  const pin =
    site.latitude !== null && site.longitude !== null ? { latitude: site.latitude, longitude: site.longitude } : null;
  const point = pin ?? area;
  const { id } = await tx
    .insertInto("sites")
    .values({
      district_id: districtId,
      organisation_id: organisationId,
      name: site.name,
      mode: site.mode,
      street: site.street,
      city: site.city,
      postcode: site.postcode,
      area_id: area?.id ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      located_by: pin ? "pin" : area ? "area" : "none",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

import type { ImportedSite } from "~/domain/imports/imported-placement";
import type { ScopeTx } from "./scope.server";

export interface AreaPoint {
  id: string;
  latitude: number;
  longitude: number;
}

/** The areas of the district by the postcodes they cover. */
export async function listAreasByPostcode(tx: ScopeTx, districtId: string): Promise<Map<string, AreaPoint>> {
  const areas = await tx
    .selectFrom("areas")
    .select(["id", "postcodes", "latitude", "longitude"])
    .where("district_id", "=", districtId)
    .orderBy("name", "desc")
    .execute();
  return new Map(areas.flatMap((area) => area.postcodes.map((postcode) => [postcode, area] as const)));
}

/** The site of an organisation at an address, made when it is not there yet; null when the row names no place at all. */
export async function ensureSite(
  tx: ScopeTx,
  asked: {
    districtId: string;
    organisationId: string;
    organisationName: string;
    site: ImportedSite;
    areas: ReadonlyMap<string, AreaPoint>;
  },
): Promise<string | null> {
  const { street, city, region, postcode, coordinates } = asked.site;
  if (!street && !city && !postcode && !coordinates) return null;
  const area = asked.areas.get(postcode.slice(0, 5));
  const point = coordinates ?? area ?? null;
  const known = await tx
    .selectFrom("sites")
    .select("id")
    .where("district_id", "=", asked.districtId)
    .where("organisation_id", "=", asked.organisationId)
    .where("mode", "=", "on_site")
    .where("street", "=", street)
    .where("city", "=", city)
    .where("postcode", "=", postcode)
    .where("latitude", "is not distinct from", point?.latitude ?? null)
    .where("longitude", "is not distinct from", point?.longitude ?? null)
    .limit(1)
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await tx
    .insertInto("sites")
    .values({
      district_id: asked.districtId,
      organisation_id: asked.organisationId,
      name: street || city || asked.organisationName,
      street,
      city,
      region,
      postcode,
      area_id: area?.id ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      located_by: coordinates ? "import" : area ? "area" : "none",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

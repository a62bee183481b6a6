import type { Wiring } from "~/wiring";
import { findSchoolBySlug } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** The school of an address for offers, or null where there is none or it takes no offers: both look the same. */
export async function findOfferSchool(wiring: Wiring, { slug }: { slug: string }) {
  const school = await withSystem(wiring, (tx) => findSchoolBySlug(tx, slug));
  return school?.takes_offers ? { id: school.id, name: school.name, district_id: school.district_id } : null;
}

import type { Wiring } from "~/wiring";
import { listOfferSchools as readOfferSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** The schools to which anybody may offer a placement, by name: nothing of who works there. */
export async function listOfferSchools(wiring: Wiring): Promise<{ slug: string; name: string }[]> {
  const schools = await withSystem(wiring, readOfferSchools);
  return schools.toSorted((a, b) => a.name.localeCompare(b.name));
}

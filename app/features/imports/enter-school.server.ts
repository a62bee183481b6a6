import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findSchoolBySlug } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** The actor of a command that imports into one school. Only commands call it: whoever runs them holds the database. */
export async function enterSchoolToImport(
  wiring: Wiring,
  { slug }: { slug: string },
): Promise<Outcome<SystemActor, "no_school">> {
  const school = await withSystem(wiring, (tx) => findSchoolBySlug(tx, slug));
  if (!school) return refused("no_school");
  return done({ kind: "system", job: "import:placements", schoolId: school.id, districtId: school.district_id });
}

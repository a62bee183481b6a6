import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";
import { oneByOne } from "./one-by-one.server";

/**
 * Does the same for every school, as the job `job`, and adds up what each answers. A school that fails does not keep the
 * others waiting: the first error is thrown after the last school, so that the job is tried again.
 */
export async function inEachSchool(
  wiring: Wiring,
  job: string,
  work: (actor: SystemActor) => Promise<number>,
): Promise<number> {
  const schools = await withSystem(wiring, listSchools);
  return oneByOne(wiring, schools, {
    about: ({ id: schoolId }) => ({ job, schoolId }),
    work: (school) => work({ kind: "system", job, schoolId: school.id, districtId: school.district_id }),
  });
}

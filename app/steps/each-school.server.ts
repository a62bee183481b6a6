import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/**
 * Does the same for every school, as the job `job`, and adds up what each answers. A school that fails does not keep the
 * others waiting: the first error is thrown after the last school, so that the job is tried again.
 */
export async function inEachSchool(
  wiring: Wiring,
  job: string,
  work: (actor: SystemActor) => Promise<number>,
): Promise<number> {
  let count = 0;
  const errors: unknown[] = [];
  for (const school of await withSystem(wiring, listSchools)) {
    try {
      count += await work({ kind: "system", job, schoolId: school.id, districtId: school.district_id });
    } catch (err) {
      wiring.log.error({ err, job, schoolId: school.id }, "a school failed in a job");
      errors.push(err);
    }
  }
  if (errors.length > 0) throw errors[0];
  return count;
}

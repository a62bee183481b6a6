import type { StaffActor, SystemActor } from "~/domain/actor";
import { listDistrictSchools } from "~db/offered-listings.server";
import { type ScopeTx, withinDistrictSchool } from "~db/scope.server";

/**
 * Does the same in each school of a district, its own too, in one transaction and always in the same order, so that two never
 * wait for each other. What is done elsewhere is done by a job of that school: its log names nobody of another one.
 */
export async function inDistrictSchools<Result>(
  tx: ScopeTx,
  { staff, job }: { staff: StaffActor; job: string },
  work: (here: SystemActor) => Promise<Result>,
): Promise<Map<string, Result>> {
  const { districtId } = staff;
  const results = new Map<string, Result>();
  const schools = (await listDistrictSchools(tx, districtId)).map(({ id }) => id).sort();
  for (const schoolId of schools) {
    const here: SystemActor = { kind: "system", job, schoolId, districtId };
    results.set(schoolId, await withinDistrictSchool(tx, { from: staff, schoolId }, () => work(here)));
  }
  return results;
}

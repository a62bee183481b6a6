import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findDistrictOf } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** The actor of a job of one school; `job` names it in the audit log. Undefined when the school is gone. */
export async function actForSchool(
  wiring: Wiring,
  { schoolId, job }: { schoolId: string; job: string },
): Promise<SystemActor | undefined> {
  const districtId = await withSystem(wiring, (tx) => findDistrictOf(tx, schoolId));
  return districtId === undefined ? undefined : { kind: "system", job, schoolId, districtId };
}

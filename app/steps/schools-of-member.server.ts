import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import type { MembershipRow } from "~db/accounts.server";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** The school of a membership, for a job there; of a mentor every one of the district, because an organisation has none of its own. */
export async function schoolsOfMember(
  wiring: Wiring,
  { school_id: schoolId, district_id: districtId, role }: MembershipRow,
  job: string,
): Promise<SystemActor[]> {
  const schools =
    role === "mentor" ? await withSystem(wiring, listSchools) : [{ id: schoolId, district_id: districtId }];
  return schools.flatMap(({ id, district_id }) =>
    id !== null && district_id !== null && district_id === districtId
      ? [{ kind: "system" as const, job, schoolId: id, districtId: district_id }]
      : [],
  );
}

import type { StaffActor } from "~/domain/actor";
import { endLinksOf } from "~db/links.server";
import type { ScopeTx } from "~db/scope.server";
import { inDistrictSchools } from "./in-district-schools.server";

/**
 * Ends the links of a mentor in every school of the district: whoever reads the address to which they went may be a stranger. What they
 * were for waits on the mentor's page.
 */
export async function endMentorLinks(
  tx: ScopeTx,
  { actor, mentorId, job, now }: { actor: StaffActor; mentorId: string; job: string; now: Date },
): Promise<void> {
  await inDistrictSchools(tx, { staff: actor, job }, ({ schoolId }) =>
    endLinksOf(tx, { schoolId, personId: mentorId, now }),
  );
}

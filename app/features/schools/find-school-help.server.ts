import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** Who at the school answers the phone: what the page of a link that has run out may say. */
export function findSchoolHelp(
  wiring: Wiring,
  { schoolId, districtId }: { schoolId: string; districtId: string },
): Promise<{ name: string; phone: string }> {
  return withScope(wiring, { kind: "system", job: "expired-link", schoolId, districtId }, async (tx) => {
    const school = await getSchool(tx, schoolId);
    return { name: school.help_name, phone: school.help_phone };
  });
}

import { readNumbers } from "~/domain/concern/emergency-numbers";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** Whom to call where a link to the form has run out: the school's own emergency numbers, and who answers its phone. */
export function openExpiredReport(wiring: Wiring, { schoolId, districtId }: { schoolId: string; districtId: string }) {
  return withScope(wiring, { kind: "system", job: "expired-link", schoolId, districtId }, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const { emergencyNumbers } = await getSettings(tx, schoolId);
    return { numbers: readNumbers(emergencyNumbers), name: school.help_name, phone: school.help_phone };
  });
}

import { civilDate } from "~/clock";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** Who can look after contacts: the coordinators and admins of the school today, by name. */
export async function listOwners(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<{ personId: string; name: string }[]> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on: civilDate(now, timeZone) });
  return staff.filter(({ role }) => role !== "advisor").map(({ personId, fullName }) => ({ personId, name: fullName }));
}

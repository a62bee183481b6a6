import type { LinkKind } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import type { SchoolHelp } from "~db/members.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { openLink } from "./open-link.server";

/** Who at the school that made a link of these kinds answers its bearer's questions, also when it has run out. Null for one nobody made. */
export async function findHelpByLink(
  wiring: Wiring,
  asked: { token: string; kinds: readonly LinkKind[] },
): Promise<SchoolHelp | null> {
  const link = await openLink(wiring, asked);
  const of = link.ok ? link.value : link.reason === "expired" ? link.detail : null;
  if (!of) return null;
  const [schoolId, districtId] = [String(of.schoolId), String(of.districtId)];
  return withScope(wiring, { kind: "system", job: "help", schoolId, districtId }, async (tx) => {
    const school = await getSchool(tx, schoolId);
    return { school: school.name, name: school.help_name, phone: school.help_phone };
  });
}

import { civilDate } from "~/clock";
import { mayKeepScans } from "~/domain/acting/scan";
import { type Actor, isCoordinator } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listGuardiansWithChildren } from "~db/families.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface IntroductionRecord {
  /** The guardians for whom the actor may take something down, each with the names of their children. */
  guardians: { id: string; name: string; children: string }[];
  languages: readonly string[];
  mayKeepScans: boolean;
}

/** What it takes to write down whom a family without a screen knows. */
export async function openIntroductionRecord(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<IntroductionRecord, "not_permitted">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: staffId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const own = isCoordinator(actor) ? null : await listAdvisoryStudents(tx, { schoolId, staffId, on });
    const guardians = await listGuardiansWithChildren(tx, {
      schoolId,
      on,
      studentIds: own?.map((each) => each.student_id) ?? null,
    });
    return done({
      guardians: guardians.map(({ guardian_id: id, full_name: name, children }) => ({ id, name, children })),
      languages: [...new Set([...school.languages, "en"])],
      mayKeepScans: mayKeepScans(actor),
    });
  });
}

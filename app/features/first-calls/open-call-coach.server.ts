import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Calling, findCalling } from "~/steps/find-calling.server";
import type { Wiring } from "~/wiring";
import { listFirstCalls } from "~db/first-calls.server";
import { findPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface CallCoach extends Calling {
  pursuit: { title: string; organisation: string; kind: string; state: string };
  /** The language in which the lead mentor is written to. */
  callLanguage: string | null;
  school: { name: string; helpName: string; helpPhone: string; timeZone: string };
  /** What the student noted, newest first. */
  calls: Awaited<ReturnType<typeof listFirstCalls>>;
  today: string;
}

/**
 * What a student needs to prepare the first call to the host of a pursuit of theirs: never the host's number, which staff dial.
 * Opening it writes nothing, and nothing is kept of practice.
 */
export async function openCallCoach(
  wiring: Wiring,
  actor: Actor,
  { pursuitId }: { pursuitId: string },
): Promise<Outcome<CallCoach, "not_permitted" | "not_found">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId });
    if (pursuit?.student_id !== personId) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const today = civilDate(wiring.clock.now(), school.time_zone);
    const { title, organisation_name: organisation, kind, state } = pursuit;
    return done({
      ...(await findCalling(tx, pursuit, today)),
      pursuit: { title, organisation, kind, state },
      callLanguage: pursuit.mentor_language,
      school: {
        name: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        timeZone: school.time_zone,
      },
      calls: await listFirstCalls(tx, { schoolId, pursuitId }),
      today,
    });
  });
}

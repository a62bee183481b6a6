import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { nextLtiDay } from "~/domain/hours/lti-day";
import { done, refused } from "~/domain/outcome";
import { addDays, type CivilDate } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { findCalendar } from "~db/lti-calendar.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** The day whose list staff most likely want: the next one with LTI, today included, or today where none is to come. */
export async function chooseDay(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const today = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    return done({ day: (await findNextLtiDay(tx, { schoolId, from: today })) ?? today });
  });
}

/** The next LTI day of this term or of the one after it; null where the school has none to come. */
async function findNextLtiDay(
  tx: ScopeTx,
  { schoolId, from }: { schoolId: string; from: CivilDate },
): Promise<CivilDate | null> {
  const term = await findCalendar(tx, { schoolId, on: from });
  if (!term) return null;
  const inTerm = nextLtiDay(term, from);
  if (inTerm) return inTerm;
  const after = addDays(term.endsOn, 1);
  const following = await findCalendar(tx, { schoolId, on: after });
  return following ? nextLtiDay(following, after) : null;
}

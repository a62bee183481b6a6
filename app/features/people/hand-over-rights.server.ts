import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { holdsOwnRights } from "~/domain/consent/holder";
import { inEachSchool } from "~/steps/each-school.server";
import { moveRights } from "~/steps/move-rights.server";
import { oneByOne } from "~/steps/one-by-one.server";
import { returnRights } from "~/steps/return-rights.server";
import type { Wiring } from "~/wiring";
import { listComingOfAge, listMovedTooEarly } from "~db/own-rights.server";
import { findQuietEnd, getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * Tells every student who has turned 18 at the school, and the family, that the rights over records and consents are the student's
 * own now; they have been since the birthday, whether anybody was told or not. Not in quiet hours. Each is a transaction of its own
 * that happens once, and one that fails keeps no other waiting. Whoever came to the school at 18 hears nothing: no right moved here.
 * Where a birthday was wrong and is mended, all of it is taken back. Answers for how many students something was done.
 */
export function handOverRights(wiring: Wiring): Promise<number> {
  const now = wiring.clock.now();
  return inEachSchool(wiring, "hand-over-rights", async (actor) => {
    const { schoolId } = actor;
    return oneByOne(wiring, await listDue(wiring, actor, now), {
      about: ({ studentId }) => ({ job: actor.job, schoolId, studentId }),
      work: async ({ act, studentId, on }) =>
        (await withScope(wiring, actor, (tx) => act(tx, wiring, { actor, studentId, on, now }))) ? 1 : 0,
    });
  });
}

interface Due {
  act: typeof moveRights;
  studentId: string;
  on: string;
}

function listDue(wiring: Wiring, actor: SystemActor, now: Date): Promise<Due[]> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    if ((await findQuietEnd(tx, { schoolId, now })) !== null) return [];
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const adults = (await listComingOfAge(tx, { schoolId, on })).filter(({ born_on }) => holdsOwnRights(born_on, on));
    const minors = (await listMovedTooEarly(tx, { schoolId, on })).filter(
      ({ born_on }) => !holdsOwnRights(born_on, on),
    );
    return [
      ...adults
        .filter(({ born_on, entered_on }) => !holdsOwnRights(born_on, entered_on))
        .map(({ id }) => ({ act: moveRights, studentId: id, on })),
      ...minors.map(({ id }) => ({ act: returnRights, studentId: id, on })),
    ];
  });
}

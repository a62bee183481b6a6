import { civilDate } from "~/clock";
import { inEachSchool } from "~/steps/each-school.server";
import { keepApart } from "~/steps/forbid-pair.server";
import type { Wiring } from "~/wiring";
import { listHouseholdPairs } from "~db/families.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * By the clock: a mentor of the district, wherever they came from, who shares a phone or mail address with a family of the school
 * is kept apart from its students until a coordinator decides. Rosters and imports bring such pairs without a word. Answers how
 * many.
 */
export function keepHouseholdsApart(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "keep-households-apart", (actor) => {
    const { schoolId, districtId } = actor;
    const now = wiring.clock.now();
    return withScope(wiring, actor, async (tx) => {
      const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
      const pairs = await listHouseholdPairs(tx, { schoolId, districtId, on });
      for (const { student_id: studentId, mentor_id: id, mentor_name: name } of pairs)
        await keepApart(tx, { schoolId, districtId, studentId, mentor: { id, name }, reason: "household", now });
      return pairs.length;
    });
  });
}

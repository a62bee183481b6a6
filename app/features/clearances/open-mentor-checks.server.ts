import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { mayKeepClearances } from "~/domain/clearance/policy";
import { checkStanding } from "~/domain/clearance/standing";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listChecksOf, listPlacesWith } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { findMentor } from "~db/people.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The school's checks of one mentor: how they stand in each kind that is asked for or was recorded, every entry with who recorded it, and the places that rest on them. */
export async function openMentorChecks(wiring: Wiring, actor: Actor, { mentorId }: { mentorId: string }) {
  if (!mayKeepClearances(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (!mentor) return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(wiring.clock.now(), timeZone);
    const kinds = clearanceKinds((await getSettings(tx, schoolId)).clearanceTypes);
    const own = await listClearances(tx, { schoolId, mentorIds: [mentorId] });
    const types = [...new Set([...kinds.map(({ type }) => type), ...own.map(({ type }) => type)])];
    const standings = types.map((type) => ({
      type,
      ...checkStanding(
        own.filter((row) => row.type === type),
        { types: [type], on: today },
      ),
    }));
    return done({
      ...{ mentorId, name: mentor.full_name, kinds, standings, today, timeZone },
      places: await listPlacesWith(tx, { schoolId, mentorId }),
      checks: (await listChecksOf(tx, { schoolId, mentorId })).map((row) => ({
        ...{ id: row.id, type: row.type, result: row.result, checkedOn: row.checked_on, expiresOn: row.expires_on },
        ...{ reference: row.evidence_reference, by: row.recorded_by, at: row.created_at },
        isReplaced: row.replaced_by !== null,
        withdrawn: row.withdrawn_at === null ? null : { by: row.withdrawn_by, at: row.withdrawn_at },
      })),
    });
  });
}

import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { mayKeepClearances } from "~/domain/clearance/policy";
import { checkStanding, compareStandings } from "~/domain/clearance/standing";
import { groupBy } from "~/domain/group-by";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import type { Wiring } from "~/wiring";
import { listMentorsToCheck } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withOneMoment } from "~db/scope.server";

const ON_A_PAGE = 50;

/**
 * The mentors with whom students of the school are or will be, with how their checks stand, by what has to be seen to next. `next`
 * are those with something to see to; `all` has the others after them.
 */
export async function listChecks(wiring: Wiring, actor: Actor, { show, page }: { show: "next" | "all"; page: number }) {
  if (!mayKeepClearances(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withOneMoment(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const { clearanceTypes } = await getSettings(tx, schoolId);
    const types = clearanceKinds(clearanceTypes).map(({ type }) => type);
    const listed = await listMentorsToCheck(tx, { schoolId, districtId });
    const clearances = await listClearances(tx, { schoolId, mentorIds: listed.map(({ id }) => id) });
    const checks = groupBy(clearances, ({ mentorId }) => mentorId);
    const mentors = listed
      .map(({ id, full_name: name, organisations }) => ({
        ...{ id, name, organisations: organisations ?? "" },
        ...checkStanding(checks.get(id) ?? [], { types, on }),
      }))
      .sort(compareStandings);
    const next = mentors.filter(({ state }) => state !== "valid");
    const shown = show === "all" ? mentors : next;
    const slice = pageSlice({ count: shown.length, limit: ON_A_PAGE, wanted: page });
    return done({
      ...{ counts: { next: next.length, all: mentors.length }, page: slice.page, pages: slice.pages },
      rows: shown.slice(slice.offset, slice.offset + slice.limit),
    });
  });
}
